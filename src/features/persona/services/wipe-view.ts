import type { Translate } from '#src/core/texts.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { countEntries } from '../queries/faq-rows.ts';
import { allLines } from '../queries/line-rows.ts';
import { personaState } from '../queries/state-rows.ts';
import { tapData } from '../rules/tap-data.ts';

/** The first and the second question before everything is deleted. */
export async function wipeView(reader: Reader, again: boolean, t: Translate): Promise<Card> {
  const { version } = await personaState(reader);
  const lines = (await allLines(reader)).length;
  const entries = await countEntries(reader);
  const back = { text: t('button-back'), callback_data: tapData({ do: 'card' }) };
  const next = again
    ? { text: t('persona-wipe-all'), callback_data: tapData({ do: 'wipe', version }) }
    : { text: t('persona-delete-sure'), callback_data: tapData({ do: 'wipe-again', version }) };
  return {
    text: again ? t('persona-wipe-really') : t('persona-wipe-sure', { lines, entries }),
    rows: [[next, back]],
  };
}
