import type { Actor } from '#src/core/actor.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf, setPreference } from '#src/features/preferences/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { tapData } from '../rules/tap-data.ts';
import { quietHoursChanged } from './follow-up.ts';

/** Begins or ends the quiet hours an hour earlier or later. */
export async function moveQuietHours(
  tx: Tx,
  change: { edge: 'from' | 'to'; by: number; actor: Actor },
  services: Services,
): Promise<void> {
  const before = await preferenceOf(tx, 'quietHours');
  const hour = (before[change.edge] + Math.sign(change.by) + 24) % 24;
  const after = { ...before, [change.edge]: hour };
  await setPreference(tx, 'quietHours', after, change.actor, services.clock.now());
  await quietHoursChanged(tx, services);
}

/** The quiet hours with buttons that move them. */
export async function quietView(reader: Reader, t: Translate): Promise<Card> {
  const { from, to } = await preferenceOf(reader, 'quietHours');
  const row = (edge: 'from' | 'to', hour: number) => [
    { text: '−', callback_data: tapData({ do: 'quiet', edge, by: -1 }) },
    { text: `${hour}:00`, callback_data: tapData({ do: 'quiet', edge: 'show', by: 1 }) },
    { text: '+', callback_data: tapData({ do: 'quiet', edge, by: 1 }) },
  ];
  const back = { text: t('button-back'), callback_data: tapData({ do: 'list', page: 0 }) };
  const text =
    from === to
      ? t('followups-quiet-off')
      : t('followups-quiet-on', { from: `${from}:00`, to: `${to}:00` });
  return { text, rows: [row('from', from), row('to', to), [back]] };
}
