import type { InlineKeyboardButton } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { stagesBack } from '#src/features/activity/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { tapData } from '../rules/tap-data.ts';

/** The button of the settings that leads to drafts by themselves. */
export function autoDraftButton(t: Translate): InlineKeyboardButton {
  return { text: t('drafts-auto'), callback_data: tapData({ do: 'auto', turn: 'open' }) };
}

/** Whether drafts come by themselves, with the button that changes it. */
export async function autoView(reader: Reader, t: Translate): Promise<Card> {
  const on = await preferenceOf(reader, 'autoDraft');
  const turn = {
    text: t(on ? 'drafts-auto-turn-off' : 'drafts-auto-turn-on'),
    callback_data: tapData({ do: 'auto', turn: on ? 'off' : 'on' }),
  };
  const back = { text: t('button-back'), callback_data: stagesBack };
  return { text: t(on ? 'drafts-auto-on' : 'drafts-auto-off'), rows: [[turn], [back]] };
}
