import { findChat } from '#test/support/sandbox/access.ts';
import type { BotState, Json } from '#test/support/sandbox/state.ts';
import type { World } from '#test/support/sandbox/world.ts';

/** One message that a call put into a chat. */
export interface Effect {
  readonly method: string;
  readonly chatId: number;
  readonly messageId: number;
  /** Text or caption. */
  readonly text: string;
  readonly kind: string;
  /** The button texts below it, joined. */
  readonly buttons: string;
  /** The message that it answers. */
  readonly replyTo: number | undefined;
}

/** The messages that a successful call has put into its chat; none for edits, deletions and marks. */
export function effectsOf(
  world: World,
  bot: BotState,
  done: { method: string; params: Json; result: unknown },
): Effect[] {
  const { method, params, result } = done;
  if (!/^(?:send|copy)/.test(method)) return [];
  const chat = findChat(world, bot, params['chat_id']);
  const answers = (Array.isArray(result) ? result : [result]) as { message_id: number }[];
  return answers.flatMap(({ message_id: messageId }) => {
    const message = chat.messages.get(messageId);
    if (!message) return [];
    const { content, markup, replyTo } = message;
    return [
      {
        method,
        chatId: chat.id,
        messageId,
        text: 'entities' in content ? content.text : '',
        kind: content.kind,
        buttons: (markup?.inline_keyboard ?? [])
          .flat()
          .map(({ text }) => text)
          .join(' '),
        replyTo: replyTo?.id,
      },
    ];
  });
}
