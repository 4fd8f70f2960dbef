import type { InlineKeyboardButton } from 'grammy/types';
import type { ThreadId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { stagesBack } from '#src/features/activity/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { isPaused } from '../queries/pause-rows.ts';
import { tapData } from '../rules/tap-data.ts';

/** The button of the settings that leads to drafts by themselves. */
export function autoDraftButton(t: Translate): InlineKeyboardButton {
  return { text: t('drafts-auto'), callback_data: tapData({ do: 'auto', turn: 'open' }) };
}

/** The button of a card that says whether drafts come by themselves for its fan, and changes it; none where they never do. */
export async function fanAutoButtons(
  reader: Reader,
  threadId: ThreadId,
  t: Translate,
): Promise<InlineKeyboardButton[]> {
  if (!(await preferenceOf(reader, 'autoDraft'))) return [];
  const paused = await isPaused(reader, threadId);
  return [
    {
      text: t(paused ? 'drafts-fan-auto-off' : 'drafts-fan-auto-on'),
      callback_data: tapData({ do: paused ? 'free' : 'hold', threadId }),
    },
  ];
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
