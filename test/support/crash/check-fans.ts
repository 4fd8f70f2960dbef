import type { MessageView } from '#test/support/sandbox/screen.ts';
import {
  copiesOf,
  type Counts,
  countInversions,
  indexOf,
  newestEnding,
  type StoredRow,
} from './known-messages.ts';
import type { Cast } from './stage.ts';
import type { Written } from './traffic.ts';

/** What the creator wrote is at the fan once or not at all, and then the creator was told. */
export function checkFans(
  cast: Cast,
  mine: readonly Written[],
  stored: ReadonlyMap<string, StoredRow>,
  counts: Counts,
  broken: string[],
): void {
  const desk = cast.creator.sees(cast.desk);
  const deskId = cast.group?.id ?? cast.creator.id;
  for (const fan of cast.fans) {
    const seen = fan.sees(cast.bot).filter((message) => message.from.isBot);
    const index = indexOf(seen);
    const firsts: { one: Written; at: number }[] = [];
    for (const one of mine.filter((each) => each.by === 'creator' && each.fan === fan)) {
      const say = (what: string) => broken.push(`${one.token} (${one.kind}): ${what}`);
      const told = (words: string) =>
        desk.some(
          (message) =>
            message.from.isBot &&
            message.text.includes(words) &&
            one.messageIds.includes(message.replyTo?.messageId ?? 0),
        );
      const parts = copiesOf(index, one);
      if (parts.some((copies) => copies.length > 1)) {
        counts.fansDoubled += 1;
        say('the fan has it twice');
      }
      for (const [part, id] of one.messageIds.entries()) {
        const delivery = stored.get(`${deskId}/${id}`)?.delivery;
        const there = (parts[part] ?? parts[0] ?? []).length > 0;
        switch (delivery) {
          case undefined:
            if (told('nothing was sent')) counts.refused += 1;
            else {
              counts.lost += 1;
              say('was not taken as an answer and nobody was told');
            }
            if (there) say('was not taken as an answer, but the fan has it');
            break;
          case 'delivered':
            counts.delivered += 1;
            if (!there) {
              counts.lost += 1;
              say('is delivered, but the fan does not have it');
            }
            break;
          case 'unknown':
            counts.unknown += 1;
            if (!told('did not confirm')) say('is unknown and the creator was not told');
            break;
          case 'withdrawn':
            counts.withdrawn += 1;
            if (!one.deleted) say('was withdrawn by nobody');
            if (there && !told('did not confirm')) say('was taken back, but the fan still has it');
            break;
          case 'failed':
            counts.failed += 1;
            if (!told('Not delivered')) say('failed and the creator was not told');
            break;
          default:
            counts.lost += 1;
            say(`is still ${delivery}`);
        }
        if (delivery === 'delivered' && part === 0) checkEnding(one, seen, say);
      }
      const all = parts.flat();
      if (all.length > 0)
        firsts.push({ one, at: Math.min(...all.map(({ messageId }) => messageId)) });
    }
    countInversions(firsts, counts, broken, 'at the fan');
  }
}

function checkEnding(
  one: Written,
  seen: readonly MessageView[],
  say: (what: string) => void,
): void {
  const shown = newestEnding(seen, one);
  if (shown === undefined || shown === one.version || one.version === 1) return;
  say(`the fan sees version ${shown} instead of ${one.version}`);
}
