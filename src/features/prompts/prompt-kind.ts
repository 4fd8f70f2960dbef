import type { Prompt } from '#src/telegram/fanline-context.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import { insertPrompt } from './queries.ts';

/** A question at the desk: once it stands there, a reply to it is known as its answer. */
export const promptKind: OutboxKind = {
  kind: 'prompt',
  async onSent(tx, row, result, services) {
    if (row.chatId === null) return;
    const { message_id: chatMessageId } = result as { message_id: never };
    const { kind, ref } = row.ref as unknown as Prompt;
    const place = { chatId: row.chatId, chatMessageId };
    await insertPrompt(tx, place, { kind, ref }, services.clock.now());
  },
};
