import type { Fan } from '#src/features/fans/index.ts';
import { fold } from './fold.ts';
import { runsOf } from './words.ts';

/** What of a fan they are found by. */
type Named = Pick<Fan, 'firstName' | 'lastName' | 'username'>;

/** Of a name without spaces, so many characters from its end may begin a search. */
const mostBeginnings = 12;

/** The handle that somebody typed, with or without @; undefined when it can be none. */
export function typedHandle(typed: string): string | undefined {
  // Letters, digits and underscores (core.telegram.org/method/account.checkUsername).
  return /^@?(\w{3,64})$/.exec(typed.trim())?.[1];
}

/** Whether what somebody typed can only be a handle: names have neither @ nor _. */
export function looksLikeHandle(typed: string): boolean {
  return /^@|_/.test(typed.trim()) && typedHandle(typed) !== undefined;
}

/** The words of a typed name. */
export function typedNameWords(typed: string): string[] {
  return [...new Set(runsOf(fold(typed.slice(0, 256))).map(({ text }) => text))].slice(0, 6);
}

/**
 * The words by whose beginning a fan is found: those of the name and the handle; in scripts without spaces every
 * character may be where a given name begins.
 */
export function nameWords(fan: Named): string[] {
  const name = `${fan.firstName} ${fan.lastName ?? ''} ${fan.username ?? ''}`;
  const words = runsOf(fold(name)).flatMap(({ text, dense }) => {
    if (!dense) return [text];
    const characters = Array.from(text);
    return characters.slice(0, mostBeginnings).map((_, from) => characters.slice(from).join(''));
  });
  return [...new Set(words)];
}

/**
 * The fans whose names hold words that begin with all of these, best first: whole words before beginnings, then who was
 * seen last.
 */
export function rankNames<F extends Named & Pick<Fan, 'lastSeenAt'>>(
  fans: readonly F[],
  words: readonly string[],
): F[] {
  return fans
    .flatMap((fan) => {
      const own = nameWords(fan);
      const found = words.every((word) => own.some((name) => name.startsWith(word)));
      return found ? [{ fan, whole: words.filter((word) => own.includes(word)).length }] : [];
    })
    .toSorted((a, b) => b.whole - a.whole || b.fan.lastSeenAt - a.fan.lastSeenAt)
    .map(({ fan }) => fan);
}
