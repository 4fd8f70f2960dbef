import type { InlineKeyboardButton } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { activeDesk } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import {
  attentionOf,
  listEntries,
  type ListEntry,
} from '#src/features/status/services/attention.ts';
import { readBooks } from '#src/features/status/services/read-books.ts';
import { statusText } from '#src/features/status/rules/status-text.ts';
import { type ListName, tapData } from '#src/features/status/rules/tap-data.ts';

/** Entries on one page: each brings a line and a row of buttons. */
const pageSize = 5;

const titles = {
  replies: 'status-title-replies',
  relays: 'status-title-relays',
  parked: 'status-title-parked',
} as const;

/** The books, with a button for each list that has something on it. */
export async function statusCard(reader: Reader, t: Translate): Promise<Card> {
  const attention = await attentionOf(reader);
  const list = (name: ListName, key: string): InlineKeyboardButton[] =>
    attention[name] === 0
      ? []
      : [
          {
            text: t(key, { count: attention[name] }),
            callback_data: tapData({ do: 'show', list: name, page: 0 }),
          },
        ];
  const rows = [
    list('replies', 'status-open-replies'),
    list('relays', 'status-open-relays'),
    list('parked', 'status-open-parked'),
    [{ text: t('status-refresh'), callback_data: tapData({ do: 'home' }) }],
  ];
  return {
    text: statusText(await readBooks(reader), attention, t, {
      hasDesk: (await activeDesk(reader)) !== undefined,
    }),
    rows: rows.filter((row) => row.length > 0),
  };
}

/** One page of a list; the last one when there are fewer, the status itself when the list is empty. */
export async function listCard(
  reader: Reader,
  wanted: { list: ListName; page: number },
  t: Translate,
): Promise<Card> {
  const { list } = wanted;
  const { [list]: count } = await attentionOf(reader);
  if (count === 0) return await statusCard(reader, t);
  const pages = Math.ceil(count / pageSize);
  const page = Math.min(wanted.page, pages - 1);
  const offset = page * pageSize;
  const entries = await listEntries(reader, list, { limit: pageSize, offset }, t);
  const { language, timeZone } = await preferencesOf(reader);
  const when = new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  });
  const lines = entries.map(
    (entry, index) =>
      `${offset + index + 1}. ${entry.name}, ${when.format(entry.at)}\n${entry.text}`,
  );
  const title = t(titles[list]);
  return {
    text: [pages > 1 ? `${title} (${page + 1}/${pages})` : title, ...lines].join('\n\n'),
    rows: [
      ...entries
        .map((entry) => entryButtons(entry, { list, page }))
        .filter((row) => row.length > 0),
      ...turnButtons(list, page, pages),
      ...allButton(list, entries, t),
      [{ text: t('button-back'), callback_data: tapData({ do: 'home' }) }],
    ],
  };
}

function entryButtons(
  entry: ListEntry,
  at: { list: ListName; page: number },
): InlineKeyboardButton[] {
  const data = (what: 'retry' | 'done') => tapData({ do: what, ...at, id: entry.id });
  return [
    ...(entry.canRetry ? [{ text: `Retry: ${entry.name}`, callback_data: data('retry') }] : []),
    ...(entry.canSettle ? [{ text: 'Done', callback_data: data('done') }] : []),
  ];
}

function turnButtons(list: ListName, page: number, pages: number): InlineKeyboardButton[][] {
  const to = (target: number, text: string) => ({
    text,
    callback_data: tapData({ do: 'show', list, page: target }),
  });
  const row = [
    ...(page > 0 ? [to(page - 1, '‹')] : []),
    ...(page < pages - 1 ? [to(page + 1, '›')] : []),
  ];
  return row.length > 0 ? [row] : [];
}

function allButton(
  list: ListName,
  entries: readonly ListEntry[],
  t: Translate,
): InlineKeyboardButton[][] {
  if (!entries.some((entry) => entry.safe)) return [];
  return [[{ text: t('status-retry-all'), callback_data: tapData({ do: 'all', list }) }]];
}
