import type { MessageView } from '#test/support/sandbox/screen.ts';
import {
  copiesOf,
  type Counts,
  countInversions,
  indexOf,
  newestEnding,
  placeOf,
  type StoredRow,
} from './known-messages.ts';
import type { Cast } from './stage.ts';
import type { Written } from './traffic.ts';

/** Everything that fans wrote is at the desk, in order, and doubled only where a mark says so. */
export function checkDesk(
  cast: Cast,
  mine: readonly Written[],
  stored: ReadonlyMap<string, StoredRow>,
  marked: ReadonlySet<string>,
  counts: Counts,
  broken: string[],
): void {
  const seen = cast.creator
    .sees(cast.desk)
    .filter((message) => message.from.isBot && message.kind !== 'service');
  const deskId = cast.group?.id ?? cast.creator.id;
  const index = indexOf(seen);
  const firsts: { one: Written; at: number }[] = [];
  for (const one of mine.filter(({ by }) => by === 'fan')) {
    const say = (what: string) => broken.push(`${one.token} (${one.kind}): ${what}`);
    for (const id of one.messageIds) {
      const row = stored.get(`${one.fan.id}/${id}`);
      // One that went together with an earlier one is looked for like any other.
      if (row?.delivery !== 'delivered' && row?.delivery !== 'merged') {
        counts.lost += 1;
        say(`message ${id} is ${row?.delivery ?? 'not stored'}`);
      }
    }
    const parts = copiesOf(index, one);
    for (const copies of parts) {
      if (copies.length === 0) {
        counts.lost += 1;
        say('is not at the desk');
        continue;
      }
      counts.relayed += 1;
      const repeats = copies.slice(1);
      const unmarked = repeats.filter(
        (message) =>
          !marked.has(`${deskId}/${message.messageId}`) &&
          !albumMarked(seen, message, marked, deskId),
      );
      counts.doubledAndMarked += repeats.length - unmarked.length;
      if (unmarked.length > 0)
        say(
          `doubled at the desk without a mark: ${copies.map(({ messageId }) => messageId).join()}`,
        );
    }
    const all = parts.flat();
    const plain = all.filter((message) => !marked.has(`${deskId}/${message.messageId}`));
    if (plain.length > 0)
      firsts.push({ one, at: Math.min(...plain.map((message) => placeOf(message, one))) });
    const shown = newestEnding(seen, one);
    if (shown !== undefined && shown !== one.version) {
      say(`the desk shows version ${shown} instead of ${one.version}`);
    }
  }
  for (const fan of cast.fans)
    countInversions(
      firsts.filter(({ one }) => one.fan === fan),
      counts,
      broken,
      'at the desk',
    );
}

/** The mark of an album stands on its first part. */
function albumMarked(
  seen: readonly MessageView[],
  message: MessageView,
  marked: ReadonlySet<string>,
  deskId: number,
): boolean {
  if (message.albumId === undefined) return false;
  return seen.some(
    (part) => part.albumId === message.albumId && marked.has(`${deskId}/${part.messageId}`),
  );
}
