import type { ChatId, ChatMessageId, FanId, MessageId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import { lastMessages, refreshCard, threadOfFan } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { isOpen } from '../draft.ts';
import { putSign, updateCleared } from '../queries/care-rows.ts';
import { endDraft, openDraft } from '../queries/draft-rows.ts';
import { careAtHand } from './care-at-hand.ts';
import { closeElsewhere } from './close-draft.ts';

/** Who says of whom that they are an adult, at which place of the desk. */
export interface SaidAdult {
  readonly fanId: FanId;
  /** The newest message of the conversation when this person was asked whether they are sure. */
  readonly upTo: MessageId;
  readonly by: Author;
  readonly tapped: { readonly chatId: ChatId; readonly chatMessageId: ChatMessageId };
}

/**
 * A person says that a fan is an adult: the signs that they have seen count no more, and what stood in a draft's place is over.
 * `over`: no sign is at hand. `newer`: there is a sign that they have not seen.
 */
export async function sayAdult(
  tx: Tx,
  { fanId, upTo, by, tapped }: SaidAdult,
  services: Services,
): Promise<Result<object, 'over' | 'newer'>> {
  const thread = await threadOfFan(tx, fanId);
  const sign = thread && (await careAtHand(tx, thread)).get('possible-minor');
  if (!thread || sign === undefined) return refuse('over');
  const [newest] = await lastMessages(tx, thread.id, 1);
  // Any client can send any number: nobody speaks of what is not written yet.
  if (!newest || upTo > newest.id || upTo < sign) return refuse('newer');
  const now = services.clock.now();
  await putSign(tx, fanId, sign, now);
  await updateCleared(tx, fanId, { upTo, ...by }, now);
  const open = await openDraft(tx, thread.id);
  if (open && isOpen(open) && open.notice === 'possible-minor') {
    await endDraft(tx, open.id, 'dismissed', now);
    await closeElsewhere(tx, open, tapped, services);
  }
  await refreshCard(tx, fanId, services);
  return { ok: true };
}
