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
};

/** The buttons below a picture: the others, the periods, the other theme. What is shown now is marked. */
export function keyboardFor(
  shown: Choice,
  theme: PictureTheme,
  t: Translate,
): InlineKeyboardMarkup {
  const mark = (text: string, marked: boolean) => (marked ? `• ${text}` : text);
  const other = theme === 'light' ? 'dark' : 'light';
  return {
    inline_keyboard: [
      pictureNames.map((picture) => ({
        text: mark(signs[picture], picture === shown.picture),
        callback_data: tapData({ picture, days: shown.days }),
      })),
      periods.map((days) => ({
        text: mark(t('insights-button-period', { days }), days === shown.days),
        callback_data: tapData({ picture: shown.picture, days }),
      })),
      [
        {
          text: other === 'dark' ? t('insights-button-dark') : t('insights-button-light'),
          callback_data: tapData({ ...shown, theme: other }),
        },
      ],
    ],
  };
}
