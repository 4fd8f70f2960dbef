import type { SegmentId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import { draftOf } from '../queries/draft-rows.ts';
import { countSegments, segmentById, segmentsPage } from '../queries/segment-rows.ts';
import { filterWords, type Speech } from '../rules/filter-words.ts';
import { tapData } from '../rules/tap-data.ts';
import { unsavedOf } from './open-draft.ts';
import { readOnlyIn } from './plan-limit.ts';

const pageSize = 8;

/** The saved segments, and what this person has not saved. */
export async function listView(
  reader: Reader,
  { userId, page: wanted }: { readonly userId: UserId; readonly page: number },
  speech: Speech,
  services: Services,
): Promise<Card> {
  const { t } = speech;
  const count = await countSegments(reader);
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(wanted, pages - 1);
  const segments = await segmentsPage(reader, { limit: pageSize, offset: page * pageSize });
  const isReadOnly = await readOnlyIn(reader, services);
  const to = (target: number, text: string) => ({
    text,
    callback_data: tapData({ do: 'list', page: target }),
  });
  const turns = [
    ...(page > 0 ? [to(page - 1, '‹')] : []),
    ...(page < pages - 1 ? [to(page + 1, '›')] : []),
  ];
  const unsaved = await unsavedOf(reader, await draftOf(reader, userId));
  const resume = { text: t('segments-resume'), callback_data: tapData({ do: 'resume' }) };
  return {
    text: joinRich(
      bold(t('segments-title')),
      `\n${t(count === 0 ? 'segments-none' : 'segments-tap-one')}\n\n${t('segments-help-hint')}`,
    ),
    rows: [
      ...segments.map(({ id, name }) => [
        { text: isReadOnly(id) ? `🔒 ${name}` : name, callback_data: tapData({ do: 'open', id }) },
      ]),
      ...(turns.length > 0 ? [turns] : []),
      ...(unsaved ? [[resume]] : []),
      [{ text: t('segments-new'), callback_data: tapData({ do: 'new' }) }],
    ],
  };
}

/** Asks whether a segment shall be deleted; undefined when it is gone. */
export async function deleteView(
  reader: Reader,
  id: SegmentId,
  speech: Speech,
): Promise<Card | undefined> {
  const segment = await segmentById(reader, id);
  if (!segment) return undefined;
  const { t } = speech;
  const words = segment.filter ? `\n${filterWords(segment.filter, speech)}` : '';
  return {
    text: joinRich(bold(segment.name), `${words}\n\n${t('segments-delete-asks')}`),
    rows: [
      [
        { text: t('segments-delete-sure'), callback_data: tapData({ do: 'delete', id }) },
        { text: t('button-back'), callback_data: tapData({ do: 'open', id }) },
      ],
    ],
  };
}
