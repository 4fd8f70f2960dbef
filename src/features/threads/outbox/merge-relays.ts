import type { Tx } from '#src/storage/reader.ts';
import type { StoredMessage } from '../message.ts';
import { messagesMergedInto, queuedBehind, updateMerged } from '../queries/merge-rows.ts';
import { isMergeable, mergedMessage, messagesToMerge } from '../rules/merge-texts.ts';

/** More messages than these are not looked at for one relay. */
const mostTogether = 200;

/**
 * The message whose relay is prepared, with the texts that go with it: those behind it where it `merges`, none where it
 * goes `alone`. A relay that has begun, or is sent afresh, keeps (`keep`) what it went with. What is decided is written
 * down, so that the end of the call finds it.
 */
export async function withMerged(
  tx: Tx,
  message: StoredMessage,
  how: 'merge' | 'alone' | 'keep',
  nameLength: number,
): Promise<StoredMessage> {
  if (!isMergeable(message)) return message;
  const went = await messagesMergedInto(tx, message.id);
  if (how === 'keep') return mergedMessage(message, went);
  if (how === 'alone' && went.length === 0) return message;
  const behind = how === 'merge' ? await queuedBehind(tx, message, mostTogether) : [];
  const others = messagesToMerge(message, behind, nameLength);
  const ids = others.map((each) => each.id);
  await updateMerged(tx, message.id, ids);
  return mergedMessage(message, others);
}
