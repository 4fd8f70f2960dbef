import type { FanId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { datesOf } from '../queries/date-rows.ts';
import { shownDate } from '../rules/shown-date.ts';
import { tapData } from '../rules/tap-data.ts';

/** A fan's important dates, each with a button that forgets it; undefined when there is no such fan. */
export async function datesView(
  reader: Reader,
  fanId: FanId,
  t: Translate,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  if (!fan) return undefined;
  const language = await preferenceOf(reader, 'language');
  const dates = await datesOf(reader, fanId);
  const rows = dates.map((date) => [
    {
      text: `✕ ${date.label}: ${shownDate(date, language)}`,
      callback_data: tapData('date-gone', fanId, date.id),
    },
  ]);
  const last = [
    { text: t('memory-new-date'), callback_data: tapData('date-new', fanId) },
    { text: t('button-back'), callback_data: cardTap('back', fanId) },
  ];
  const key = dates.length === 0 ? 'memory-no-dates' : 'memory-dates-of';
  return { text: t(key, { name: displayName(fan) }), rows: [...rows, last] };
}
