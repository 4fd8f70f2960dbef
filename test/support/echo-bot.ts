import { Api } from 'grammy';
import type { Message, Update } from 'grammy/types';

const UPDATES = ['message', 'edited_message', 'callback_query', 'message_reaction'] as const;

/** A bot that runs until it is stopped. */
export interface EchoBot {
  /** For what the bot says of its own accord. */
  api: Api;
  stop(): Promise<void>;
}

/**
 * A small bot for playing the demo page without the product: it echoes texts with their formatting and copies media,
 * answers taps, mirrors reactions and tells edits. "type" makes it type and say nothing; "draft" makes it write.
 */
export function startEchoBot(apiRoot: string, token: string): EchoBot {
  const api = new Api(token, { apiRoot });
  const stopped = new AbortController();
  const running = poll(api, stopped.signal);
  return {
    api,
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

async function poll(api: Api, signal: AbortSignal): Promise<void> {
  let offset = 0;
  while (!signal.aborted) {
    try {
      const options = { offset, timeout: 20, allowed_updates: UPDATES };
      // grammY's types name another package's AbortSignal of the same shape.
      const updates = await api.getUpdates(options, signal as Parameters<Api['getUpdates']>[1]);
      for (const update of updates) {
        offset = update.update_id + 1;
        await answer(api, update);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

async function answer(api: Api, update: Update): Promise<void> {
  const { callback_query: tap, message_reaction: reaction, edited_message: edited } = update;
  if (update.message) await answerMessage(api, update.message);
  if (edited) await api.sendMessage(edited.chat.id, `You changed it to: ${edited.text ?? ''}`);
  if (reaction) {
    await api.setMessageReaction(reaction.chat.id, reaction.message_id, reaction.new_reaction);
  }
  if (tap?.message) {
    const alert = tap.data === 'alert';
    await api.answerCallbackQuery(tap.id, {
      text: alert ? 'This is an alert' : 'This is a toast',
      show_alert: alert,
    });
    if (!alert) {
      await api.editMessageText(tap.message.chat.id, tap.message.message_id, 'Changed by the bot');
    }
  }
}

async function answerMessage(api: Api, message: Message): Promise<void> {
  if (message.chat.type !== 'private') return;
  const chat = message.chat.id;
  if (message.text === '/start') {
    await api.sendMessage(chat, `Hello ${message.from?.first_name ?? ''}, try /help`, {
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Toast', callback_data: 'toast' },
            { text: 'Alert', callback_data: 'alert' },
          ],
          [{ text: 'Website', url: 'https://example.com/' }],
        ],
      },
    });
  } else if (message.text === 'type') {
    await api.sendChatAction(chat, 'typing');
  } else if (message.text === 'draft') {
    await api.sendMessageDraft(chat, 1, 'Still writing');
  } else if (message.text !== undefined) {
    const { text, entities = [] } = message;
    await api.sendMessage(chat, text, {
      entities,
      reply_parameters: { message_id: message.message_id },
    });
  } else {
    await api.copyMessage(chat, chat, message.message_id);
  }
}
