import type { FanId } from '#src/core/ids.ts';
import { fanLabels, fansByIds } from '#src/features/fans/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import { partsOf } from '../rules/draft-parts.ts';
import { bareWords, type Speech } from '../rules/filter-words.ts';
import type { Draft } from '../segment.ts';
import { type Counted, countLine, draftData } from './builder-view.ts';

/** Fans that a preview shows. */
export const previewSize = 10;

/** Some fans of a draft, a button to each one's card. Who was erased meanwhile is left out. */
export async function previewView(
  reader: Reader,
  draft: Draft,
  { counted, fans }: { counted: Counted; fans: readonly FanId[] },
  speech: Speech,
): Promise<Card> {
  const known = new Map((await fansByIds(reader, fans)).map((fan) => [fan.id, fan]));
  const shown = fans.flatMap((id) => known.get(id) ?? []);
  const labels = fanLabels(shown, 'alike');
  const buttons = shown.map(({ id }, index) => [
    { text: labels[index] ?? '', callback_data: cardTap('show', id) },
  ]);
  const { filter } = draft;
  const words = filter && partsOf(filter).parts.length > 0 ? bareWords(filter, speech) : null;
  const some = typeof counted === 'number' && counted > fans.length;
  return {
    text: joinRich(
      words ?? speech.t('segments-everyone'),
      '\n\n',
      bold(countLine(counted, speech)),
      some ? `\n${speech.t('segments-seen-last', { count: buttons.length })}` : '',
    ),
    rows: [
      ...buttons,
      [{ text: speech.t('button-back'), callback_data: draftData(draft, { do: 'show' }) }],
    ],
  };
}
