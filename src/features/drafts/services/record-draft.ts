import type { MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { DraftEnd } from '../draft.ts';
import { insertChoice, insertSent } from '../queries/choice-rows.ts';
import { insertDraft, updateMade, updatePast } from '../queries/draft-rows.ts';
import { distance, keptOf } from '../rules/distance.ts';

/** A draft from past answers that somebody saw elsewhere or before. */
export interface PastDraft {
  readonly threadId: ThreadId;
  /** The fan's message that it answers. */
  readonly messageId: MessageId;
  /** Who asked for it. */
  readonly by: UserId;
  /** What it offered; the first is what was sent, as it was or changed. */
  readonly texts: readonly [string, ...string[]];
  readonly state: Exclude<DraftEnd, 'failed'>;
  /** What the fan got; null: nothing came of it. */
  readonly final: { readonly messageId: MessageId; readonly text: string } | null;
}

/** Writes down a draft that is over, as shown `services.clock.now()`, and over at `endedAt` (epoch ms). */
export async function recordDraft(
  tx: Tx,
  { texts, state, final, ...past }: PastDraft,
  endedAt: number,
  services: Services,
): Promise<void> {
  const shownAt = services.clock.now();
  const { threadId, messageId } = past;
  const id = await insertDraft(tx, { threadId, messageId, askedBy: past.by }, shownAt);
  for (const [place, text] of texts.entries()) {
    const choice = {
      place,
      round: 1,
      text,
      entities: [],
      origin: 'past-answer',
      ref: null,
    } as const;
    await insertChoice(tx, id, choice);
  }
  await updateMade(tx, id, {
    messageId,
    source: 'local',
    language: null,
    notice: null,
    receipt: null,
    round: 1,
    knownEditAt: 0,
  });
  await updatePast(tx, id, { state, shownAt, endedAt, finalMessageId: final?.messageId ?? null });
  if (!final || state === 'stale') return;
  await insertSent(tx, {
    draftId: id,
    messageId: final.messageId,
    place: 0,
    edited: state === 'edited',
    distance: distance(texts[0], final.text),
    kept: keptOf(texts[0], final.text),
    source: 'local',
  });
}
