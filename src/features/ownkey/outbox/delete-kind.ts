import { preferenceOf } from '#src/features/preferences/index.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';

/** Takes a typed key out of the chat. Where Telegram does not let us, whoever typed it is asked to do it. */
export const deleteKind: OutboxKind = {
  kind: 'ownkey-delete',
  async onFailed(tx, row, _failure, services) {
    if (row.chatId === null) return 'ended';
    const t = services.texts.for(await preferenceOf(tx, 'language'));
    await enqueue(tx, services.clock.now(), {
      method: 'sendMessage',
      payload: {
        chat_id: row.chatId,
        text: t('ownkey-delete-failed'),
        reply_parameters: {
          message_id: row.payload['message_id'],
          allow_sending_without_reply: true,
        },
      },
      audience: 'desk',
      chatId: row.chatId,
    });
    return 'ended';
  },
};
