/** How somebody writes: letters in threes, and counts that do not depend on what is said. */
export interface Voice {
  readonly grams: ReadonlyMap<string, number>;
  readonly habits: readonly number[];
}

/** Letters in threes count so much, habits the rest. */
const lettersShare = 0.6;

/** The voice of texts. */
export function voiceOf(texts: readonly string[]): Voice {
  const grams = new Map<string, number>();
  for (const text of texts) {
    const letters = Array.from(` ${text} `);
    for (let at = 0; at + 3 <= letters.length; at += 1) {
      const gram = letters.slice(at, at + 3).join('');
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
  }
  const all = texts.map(habitsOf);
  const habits = (all[0] ?? []).map(
    (_, index) => all.reduce((sum, one) => sum + (one[index] ?? 0), 0) / all.length,
  );
  return { grams, habits };
}

/** How near two voices are, 0 to 1. */
export function voiceLikeness(one: Voice, other: Voice): number {
  const apart = one.habits.reduce(
    (sum, habit, index) => sum + Math.abs(habit - (other.habits[index] ?? 0)),
    0,
  );
  return lettersShare * cosine(one.grams, other.grams) + (1 - lettersShare) / (1 + apart);
}

/** Whose voice a text is nearest to. */
export function nearestVoice(text: string, voices: ReadonlyMap<string, Voice>): string | undefined {
  const own = voiceOf([text]);
  const [first] = [...voices]
    .map(([name, voice]) => ({ name, likeness: voiceLikeness(own, voice) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return first?.name;
}

/** Length, emoji, capitals, ends and signs, each about 0 to 1. */
function habitsOf(text: string): number[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const cased = text.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0;
  const share = (pattern: RegExp, of: number) =>
    (text.match(pattern)?.length ?? 0) / Math.max(1, of);
  return [
    Math.min(1, Math.log1p(letters) / 6),
    Math.min(1, share(/\p{Extended_Pictographic}/gu, 2)),
    Math.min(1, 4 * share(/\p{Lu}/gu, cased)),
    Math.min(1, share(/[!！]/gu, 2)),
    Math.min(1, share(/[¡¿]/gu, 2)),
    Math.min(1, share(/[,;:、]/gu, 3)),
    Math.min(1, share(/[)♪〜~]/gu, 2)),
    /[.。]$/u.test(text.trim()) ? 1 : 0,
    /^\p{Lu}/u.test(text) ? 1 : 0,
  ];
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [gram, times] of one) shared += times * (other.get(gram) ?? 0);
  return shared === 0 ? 0 : shared / (length(one) * length(other));
}

function length(grams: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const times of grams.values()) sum += times ** 2;
  return Math.sqrt(sum);
}
