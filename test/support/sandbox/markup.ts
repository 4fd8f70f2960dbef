import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { Json, MessageState } from './state.ts';

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
];

/** At most so many buttons under one message. */
const mostButtons = 100;

/** The ForceReply of a request, which phones act on; bots see nothing of it on the message. */
export function forceReply(markup: unknown): MessageState['forceReply'] {
  if (typeof markup !== 'object' || markup === null) return undefined;
  const asked = markup as Json;
  if (asked['force_reply'] !== true) return undefined;
  const selective = asked['selective'] === true;
  const placeholder = asked['input_field_placeholder'];
  return typeof placeholder === 'string' ? { selective, placeholder } : { selective };
}

/** The inline keyboard of a request, checked as Telegram does; other keyboards leave no trace on a message. */
export function inlineKeyboard(markup: unknown): InlineKeyboardMarkup | undefined {
  if (typeof markup !== 'object' || markup === null) return undefined;
  const rows = (markup as Json)['inline_keyboard'];
  if (!Array.isArray(rows)) return undefined;
  const kept = (rows as Json[][]).filter((row) => row.length > 0);
  const buttons = kept.flat();
  if (buttons.length > mostButtons) throw badRequest('reply markup is too long');
  for (const button of buttons) checkButton(button);
  if (buttons.length === 0) return undefined;
  return { inline_keyboard: kept } as unknown as InlineKeyboardMarkup;
}

function checkButton(button: Json) {
  if (typeof button['text'] !== 'string' || button['text'].trim() === '')
    throw badRequest('inline keyboard button text is empty');
  const chosen = actions.filter((action) => button[action] !== undefined);
  if (chosen.length === 0) throw badRequest('text buttons are unallowed in the inline keyboard');
  if (chosen.length > 1)
    throw badRequest("can't use several actions in one inline keyboard button");
  const data = button['callback_data'];
  if (typeof data === 'string') {
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  const url = button['url'];
  if (typeof url === 'string' && !isButtonUrl(url))
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function isButtonUrl(url: string): boolean {
  if (!URL.canParse(url)) return URL.canParse(`https://${url}`) && url.includes('.');
  return ['http:', 'https:', 'tg:', 'ton:'].includes(new URL(url).protocol);
}

/** True when two keyboards look and act the same. */
export function sameKeyboard(
  a: InlineKeyboardMarkup | undefined,
  b: InlineKeyboardMarkup | undefined,
): boolean {
  return JSON.stringify(a?.inline_keyboard) === JSON.stringify(b?.inline_keyboard);
}
