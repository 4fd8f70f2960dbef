import type { Fan } from './fan.ts';
import { displayName, isolated, safeName, shortened } from './rules.ts';

/** What a button of a phone shows, in UTF-16 units. */
const longestLabel = 30;
const longestHandle = 16;
/** Digits of a Telegram id that are shown at least. */
const fewestDigits = 4;

type Named = Pick<Fan, 'firstName' | 'lastName' | 'username' | 'userId'>;

/**
 * What fans are called on the buttons of one list, at most 30 UTF-16 units each, so that no two look alike: by name, and behind
 * it the handle, else as many last digits of the Telegram id as it takes. `alike`: only where two have one name; `all`:
 * wherever there is room.
 */
export function fanLabels(fans: readonly Named[], marks: 'alike' | 'all'): string[] {
  const names = fans.map((fan) => shortened(displayName(fan), longestLabel));
  return fans.map((fan, index) => {
    const name = names[index] ?? '';
    const twins = fans.filter(
      (other, at) => other.userId !== fan.userId && keyOf(names[at] ?? '') === keyOf(name),
    );
    const mark = markOf(fan, twins);
    const room = longestLabel - mark.length - 1;
    const named = twins.length === 0 && (marks === 'alike' || name.length > room);
    return named || name === mark ? isolated(name) : `${isolated(shortened(name, room))} ${mark}`;
  });
}

/** What tells a fan apart from others of the same name. */
function markOf(fan: Named, twins: readonly Named[]): string {
  const handle = handleOf(fan);
  if (handle !== null && twins.every((twin) => keyOf(handleOf(twin) ?? '') !== keyOf(handle))) {
    return handle;
  }
  const id = `${fan.userId}`;
  for (let digits = fewestDigits; digits < id.length; digits += 1) {
    const end = id.slice(-digits);
    if (twins.every((twin) => !`${twin.userId}`.endsWith(end))) return `#…${end}`;
  }
  return `#${id}`;
}

/** The handle; of a long one beginning and end. */
function handleOf({ username }: Named): string | null {
  if (!username) return null;
  const handle = `@${safeName(username)}`;
  return handle.length <= longestHandle ? handle : `${handle.slice(0, 9)}…${handle.slice(-6)}`;
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
