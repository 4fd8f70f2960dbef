import type { ChatMessageId, DraftId } from '#src/core/ids.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { deskPlaceOf, linkNotice } from '#src/features/threads/index.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';
import { isOpen } from '../draft.ts';
import { draftById, endDraft, updateShown } from '../queries/draft-rows.ts';
import { draftView } from '../services/draft-views.ts';
import { putAway } from '../services/put-away.ts';
import { enqueueDraft } from '../services/show-draft.ts';

interface DraftRef {
  readonly draftId: DraftId;
  /** The fan's topic is gone or closed: it goes outside topics. */
  readonly outside?: true;
}

/** Failures that mean: nothing can be said in this topic. */
const lostTopics: ReadonlySet<FailureReason> = new Set([
  'topic-missing',
  'topic-closed',
  'not-a-forum',
]);

/**
 * A draft on its way to the desk, as an answer to the message that it answers; one that is over by then is not shown.
 * Answering it by hand answers the fan.
 */
export const draftKind: OutboxKind = {
  kind: 'draft',

  async prepare(tx, row, services): Promise<Prepared> {
    const { draftId, outside } = refOf(row);
    const draft = await draftById(tx, draftId);
    const place = draft && isOpen(draft) ? await deskPlaceOf(tx, draft.messageId) : undefined;
    if (!draft || !place) {
      // The desk is gone. Nobody waits for it any more, so that the next tap makes a new one.
      if (draft && isOpen(draft) && !draft.place) {
        await endDraft(tx, draftId, 'failed', services.clock.now());
      }
      return { do: 'drop' };
    }
    if (place.chatId !== row.chatId) {
      // The desk has moved meanwhile.
      await enqueueDraft(tx, draft, services);
      return { do: 'drop' };
    }
    const t = services.texts.for(await preferenceOf(tx, 'language'));
    const view = await draftView(tx, draft, { known: draft.messageId }, services, t);
    const { topicId, replyTo } = outside ? {} : place;
    const answered = { message_id: replyTo, allow_sending_without_reply: true };
    return {
      do: 'call',
      call: {
        method: 'sendMessage',
        payload: {
          chat_id: place.chatId,
          ...(topicId === undefined ? {} : { message_thread_id: topicId }),
          ...view.text,
          ...(draft.byItself ? { disable_notification: true } : {}),
          ...(replyTo === undefined ? {} : { reply_parameters: answered }),
          reply_markup: { inline_keyboard: view.rows },
          link_preview_options: { is_disabled: true },
        },
      },
    };
  },

  async onSent(tx, row, result, services) {
    const { draftId } = refOf(row);
    const draft = await draftById(tx, draftId);
    if (!draft || row.chatId === null) return;
    const { message_id: chatMessageId } = result as { message_id: ChatMessageId };
    const place = { chatId: row.chatId, chatMessageId };
    await linkNotice(tx, draft.messageId, place, services);
    await updateShown(tx, draftId, place, services.clock.now());
    // It ended while it was on its way.
    if (!isOpen(draft)) await putAway(tx, [{ id: draftId, place }], services);
  },

  async onFailed(tx, row, failure, services) {
    const { draftId, outside } = refOf(row);
    const draft = await draftById(tx, draftId);
    if (draft?.state !== 'wanted') return 'ended';
    if (lostTopics.has(failure.reason) && !outside) {
      await enqueueDraft(tx, draft, services, { outside: true });
      return 'ended';
    }
    await endDraft(tx, draftId, 'failed', services.clock.now());
    return 'ended';
  },
};

function refOf(row: OutboxRow): DraftRef {
  return row.ref as unknown as DraftRef;
}
