import { badRequest } from '../api-error.ts';
import { renderChat, renderMessage, renderUser } from '../render.ts';
import type { BotState, ChatState, UserState } from '../state.ts';
import { callbackLifeMs } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { type Method, textParam } from './call.ts';

const toastMs = 5_000;

/** A tap on an inline button: the bot gets a callback query. A deleted message arrives as inaccessible. Returns its id. */
export function sendCallback(
  world: World,
  bot: BotState,
  user: UserState,
  chat: ChatState,
  messageId: number,
  data: string,
): string {
  const id = String(world.random.integer(1, 9e15));
  world.callbacks.set(id, { bot, user, chat, at: world.now(), answer: undefined });
  const message = chat.messages.get(messageId);
  bot.queue.push('callback_query', chat.id, {
    id,
    from: renderUser(user),
    message:
      message === undefined
        ? { chat: renderChat(chat), message_id: messageId, date: 0 }
        : renderMessage(world, bot, message),
    chat_instance: chat.chatInstance,
    data,
  });
  return id;
}

/** https://core.telegram.org/bots/api#answercallbackquery */
export const answerCallbackQuery: Method = (call) => {
  const query = call.world.callbacks.get(textParam(call, 'callback_query_id') ?? '');
  const tooOld = query !== undefined && call.world.now() - query.at > callbackLifeMs;
  if (query?.bot !== call.bot || query.answer !== undefined || tooOld)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  const text = textParam(call, 'text') ?? '';
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const alert = call.params['show_alert'] === true;
  query.answer = { ...(text === '' ? {} : { text }), alert };
  if (text !== '') {
    const now = call.world.now();
    const { chat, user } = query;
    chat.toasts = chat.toasts.filter((toast) => toast.until > now);
    chat.toasts.push({ userId: user.id, text, alert, until: now + toastMs });
    call.world.touchUser(user);
    call.world.later(toastMs, () => call.world.touchUser(user));
  }
  return true;
};
