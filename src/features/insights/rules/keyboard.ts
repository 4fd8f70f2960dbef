import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { periods, type PictureName, pictureNames } from '../insight.ts';
import type { PictureTheme } from './drawing.ts';
import { type Choice, tapData } from './tap-data.ts';

/** The pictures have a button each, so small that only a sign has room. */
const signs: Readonly<Record<PictureName, string>> = {
  messages: '💬',
  fans: '👋',
  answers: '⏱',
  hours: '🕗',
  stages: '🪜',
  top: '🏆',
  sources: '🔗',
  drafts: '✍️',
};

const themeSigns: Readonly<Record<PictureTheme, string>> = { dark: '🌙', light: '☀️' };

/**
 * The buttons below a picture: the others, the periods, the other theme. What is shown now is marked, and locked what is longer
 * than the plan shows (`mostDays`).
 */
export function keyboardFor(
  shown: Choice,
  { theme, mostDays }: { readonly theme: PictureTheme; readonly mostDays: number },
  t: Translate,
): InlineKeyboardMarkup {
  const mark = (text: string, marked: boolean) => (marked ? `• ${text}` : text);
  const lock = (text: string, days: number) => (days > mostDays ? `🔒 ${text}` : text);
  const other = theme === 'light' ? 'dark' : 'light';
  const choices = [
    ...pictureNames.map((picture) => ({
      text: mark(signs[picture], picture === shown.picture),
      callback_data: tapData({ picture, days: shown.days }),
    })),
    { text: themeSigns[other], callback_data: tapData({ ...shown, theme: other }) },
  ];
  const spans = periods.map((days) => ({
    text: lock(mark(t('insights-button-period', { days }), days === shown.days), days),
    callback_data: tapData({ picture: shown.picture, days }),
  }));
  return {
    // Rows as full as a small phone shows them with the mark.
    inline_keyboard: [
      ...[0, 3, 6].map((first) => choices.slice(first, first + 3)),
      spans.slice(0, 2),
      spans.slice(2),
    ],
  };
}
