import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import { segmentById } from '../queries/segment-rows.ts';
import { filterWords, type Speech } from '../rules/filter-words.ts';
import type { Draft } from '../segment.ts';
import { draftData } from './builder-view.ts';

/** Somebody else saved this segment meanwhile: what it says there, and what to do; undefined when it is gone. */
export async function changedView(
  reader: Reader,
  draft: Draft,
  speech: Speech,
): Promise<Card | undefined> {
  const segment = draft.segmentId === null ? undefined : await segmentById(reader, draft.segmentId);
  if (!segment) return undefined;
  const { t } = speech;
  const theirs = segment.filter ? filterWords(segment.filter, speech) : t('segments-unreadable');
  return {
    text: joinRich(bold(segment.name), `\n${t('segments-changed')}\n\n${theirs}`),
    rows: [
      [{ text: t('segments-overwrite'), callback_data: draftData(draft, { do: 'overwrite' }) }],
      [{ text: t('button-back'), callback_data: draftData(draft, { do: 'show' }) }],
    ],
  };
}
