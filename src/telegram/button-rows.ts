import type { InlineKeyboardButton } from 'grammy/types';

/** What half of a small phone's message shows of a button's text, in characters. */
const half = 18;

/** Buttons two in a row where both texts can be read there, else one; in their order. */
export function buttonRows(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; at += 1) {
    const [button, next] = [buttons[at], buttons[at + 1]];
    if (!button) continue;
    if (next && button.text.length <= half && next.text.length <= half) {
      rows.push([button, next]);
      at += 1;
    } else {
      rows.push([button]);
    }
  }
  return rows;
}
