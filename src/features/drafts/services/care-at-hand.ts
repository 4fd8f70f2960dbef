import type { MessageId } from '#src/core/ids.ts';
import { lastMessages, type Thread } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { keptSign } from '../queries/care-rows.ts';
import { type CareKind, careOf } from '../rules/care-of.ts';
import { signAtHand } from '../rules/sign-at-hand.ts';

/** Messages that are looked through for signs that ask for care. */
const lookedThrough = 60;

/**
 * What asks for care in a conversation, for drafts and for the card alike: each kind with the newest message that has such a sign.
 * Signs of a possible minor stay until a person says otherwise; the newest messages are looked through all the same, since a
 * reader keeps those signs only a moment after they came. The other kinds stand in what the fan wrote lately.
 */
export async function careAtHand(
  reader: Reader,
  { id, fanId }: Pick<Thread, 'id' | 'fanId'>,
): Promise<ReadonlyMap<CareKind, MessageId>> {
  const newest = await lastMessages(reader, id, lookedThrough);
  const written = newest.filter(({ direction, text }) => direction === 'in' && text !== '');
  const atHand = new Map<CareKind, MessageId>();
  for (const { kind, index } of careOf(written.map(({ text }) => text))) {
    const message = written[index];
    // The newest come first.
    if (message && !atHand.has(kind)) atHand.set(kind, message.id);
  }
  const seen = atHand.get('possible-minor');
  const sign = signAtHand(await keptSign(reader, fanId), seen === undefined ? [] : [seen]);
  if (sign === undefined) atHand.delete('possible-minor');
  else atHand.set('possible-minor', sign);
  return atHand;
}
