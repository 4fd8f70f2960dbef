import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { type Period, periods, type PictureName, pictureNames } from '../insight.ts';
import type { PictureTheme } from './drawing.ts';
import { daysOf } from './plan-limit.ts';
import { type Choice, tapData } from './tap-data.ts';

/** What stands before the word on each picture's button. */
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

const words = {
  messages: 'insights-button-messages',
  fans: 'insights-button-fans',
  answers: 'insights-button-answers',
  hours: 'insights-button-hours',
  stages: 'insights-button-stages',
  top: 'insights-button-top',
  sources: 'insights-button-sources',
  drafts: 'insights-button-drafts',
} as const satisfies Record<PictureName, string>;

const themeSigns: Readonly<Record<PictureTheme, string>> = { dark: '🌙', light: '☀️' };
const themeWords = {
  dark: 'insights-button-dark',
  light: 'insights-button-light',
} as const satisfies Record<PictureTheme, string>;

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
  const lock = (text: string, period: Period) => (daysOf(period) > mostDays ? `🔒 ${text}` : text);
  const other = theme === 'light' ? 'dark' : 'light';
  const choices = pictureNames.map((picture) => ({
    text: mark(`${signs[picture]} ${t(words[picture])}`, picture === shown.picture),
    callback_data: tapData({ picture, days: shown.days }),
  }));
  const look = {
    text: `${themeSigns[other]} ${t(themeWords[other])}`,
    callback_data: tapData({ ...shown, theme: other }),
  };
  const spans = periods.map((days) => ({
    text: lock(mark(periodText(days, t), days === shown.days), days),
    callback_data: tapData({ picture: shown.picture, days }),
  }));
  return {
    // Two in a row are what a small phone shows whole with the mark.
    inline_keyboard: [
      ...[0, 2, 4, 6].map((first) => choices.slice(first, first + 2)),
      spans.slice(0, 2),
      spans.slice(2, 4),
      [...spans.slice(4), look],
    ],
  };
}

function periodText(period: Period, t: Translate): string {
  return period === 'all'
    ? t('insights-button-all')
    : t('insights-button-period', { days: period });
}
