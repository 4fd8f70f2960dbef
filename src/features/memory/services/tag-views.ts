import type { InlineKeyboardButton } from 'grammy/types';
import type { FanId, TagId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById } from '#src/features/fans/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { buttonRows } from '#src/telegram/button-rows.ts';
import type { Card } from '#src/telegram/present.ts';
import { allTags, tagById, tagsOf } from '../queries/tag-rows.ts';
import { colours, tagLabel } from '../rules/colours.ts';
import { tapData, type Verb } from '../rules/tap-data.ts';

const pageSize = 12;

/** All tags, those that a fan has checked; a tap puts one on or takes it off. Undefined when there is no such fan. */
export async function fanTagsView(
  reader: Reader,
  fanId: FanId,
  wanted: number,
  t: Translate,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  if (!fan) return undefined;
  const on = new Set((await tagsOf(reader, fanId)).map(({ id }) => id));
  const tags = await allTags(reader);
  const { page, shown, turns } = paged(tags, wanted, (to) => tapData('tags', fanId, to));
  const buttons = shown.map((tag) => ({
    text: `${on.has(tag.id) ? '✓ ' : ''}${tagLabel(tag)}`,
    callback_data: tapData(on.has(tag.id) ? 'off' : 'on', fanId, tag.id, page),
  }));
  const last = [
    { text: t('memory-new-tag'), callback_data: tapData('tag-new', fanId) },
    { text: t('button-back'), callback_data: cardTap('back', fanId) },
  ];
  const key = tags.length === 0 ? 'memory-no-tags' : 'memory-tags-of';
  return {
    text: t(key, { name: displayName(fan) }),
    rows: [...buttonRows(buttons), ...turns, last],
  };
}

/** All tags with how many fans have each. */
export async function allTagsView(reader: Reader, wanted: number, t: Translate): Promise<Card> {
  const tags = await allTags(reader);
  const { shown, turns } = paged(tags, wanted, (to) => tapData('all-tags', to));
  const buttons = shown.map((tag) => ({
    text: `${tagLabel(tag)} (${tag.fans})`,
    callback_data: tapData('tag', tag.id),
  }));
  const key = tags.length === 0 ? 'memory-tags-none' : 'memory-tags';
  return { text: t(key), rows: [...buttonRows(buttons), ...turns] };
}

/** One tag with what can be done to it; undefined when it is gone. */
export async function tagView(
  reader: Reader,
  id: TagId,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const tag = (await allTags(reader)).find((known) => known.id === id);
  if (!tag) return undefined;
  const button = (verb: Verb, text: string, ...more: number[]) => ({
    text,
    callback_data: tapData(verb, id, ...more),
  });
  const back = { text: t('button-back'), callback_data: tapData('all-tags', 0) };
  const rows = asking
    ? [[button('tag-gone', t('memory-delete-sure')), button('tag', t('button-back'))]]
    : [
        [button('tag-name', t('memory-rename')), button('tag-colours', t('memory-colour'))],
        [button('tag-merge', t('memory-merge'), 0), button('tag-delete', t('memory-delete'))],
        [back],
      ];
  const text = t('memory-tag', { tag: tagLabel(tag), fans: tag.fans });
  return { text: asking ? `${text}\n${t('memory-tag-delete-asks')}` : text, rows };
}

/** The colours that a tag can have; undefined when it is gone. */
export async function coloursView(
  reader: Reader,
  id: TagId,
  t: Translate,
): Promise<Card | undefined> {
  const tag = await tagById(reader, id);
  if (!tag) return undefined;
  const buttons = colours.map((emoji, number) => ({
    text: emoji,
    callback_data: tapData('tag-colour', id, number),
  }));
  const rows = [buttons.slice(0, 6), buttons.slice(6)];
  const back = [{ text: t('button-back'), callback_data: tapData('tag', id) }];
  return { text: t('memory-colour-of', { tag: tagLabel(tag) }), rows: [...rows, back] };
}

/** The tags into which one can be merged; undefined when it is gone. */
export async function mergeView(
  reader: Reader,
  id: TagId,
  wanted: number,
  t: Translate,
): Promise<Card | undefined> {
  const tag = await tagById(reader, id);
  if (!tag) return undefined;
  const others = (await allTags(reader)).filter((other) => other.id !== id);
  const { shown, turns } = paged(others, wanted, (to) => tapData('tag-merge', id, to));
  const buttons = shown.map((other) => ({
    text: tagLabel(other),
    callback_data: tapData('tag-into', id, other.id),
  }));
  const back = [{ text: t('button-back'), callback_data: tapData('tag', id) }];
  return {
    text: t(others.length === 0 ? 'memory-merge-none' : 'memory-merge-of', { tag: tagLabel(tag) }),
    rows: [...buttonRows(buttons), ...turns, back],
  };
}

/** Whether one tag shall be merged into another; undefined when one of them is gone. */
export async function mergeQuestion(
  reader: Reader,
  [id, into]: readonly [TagId, TagId],
  t: Translate,
): Promise<Card | undefined> {
  const tag = await tagById(reader, id);
  const other = await tagById(reader, into);
  if (!tag || !other) return undefined;
  return {
    text: t('memory-merge-asks', { tag: tagLabel(tag), into: tagLabel(other) }),
    rows: [
      [
        { text: t('memory-merge-sure'), callback_data: tapData('tag-merged', id, into) },
        { text: t('button-back'), callback_data: tapData('tag', id) },
      ],
    ],
  };
}

function paged<T>(all: readonly T[], wanted: number, turn: (page: number) => string) {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const row: InlineKeyboardButton[] = [
    ...(page > 0 ? [{ text: '‹', callback_data: turn(page - 1) }] : []),
    ...(page < pages - 1 ? [{ text: '›', callback_data: turn(page + 1) }] : []),
  ];
  const shown = all.slice(page * pageSize, (page + 1) * pageSize);
  return { page, shown, turns: row.length > 0 ? [row] : [] };
}
