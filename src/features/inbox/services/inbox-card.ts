import type { InlineKeyboardButton } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { responseTimes, stages, stageName } from '#src/features/activity/index.ts';
import { fanNames } from '#src/features/fans/index.ts';
import { preferencesOf, shortMoments } from '#src/features/preferences/index.ts';
import { cardTap, waitedText } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import { countWaiting, waitingPage } from '../queries.ts';
import { tapData } from '../rules/tap-data.ts';
import type { InboxFilter, InboxView, Waiting } from '../waiting.ts';

/** Fans on one page: a button each. */
const pageSize = 8;
/** More are not counted. */
const mostCounted = 1_000;
const weekMs = 7 * 86_400_000;

const filters = ['all', 'vip', 'new', 'snoozed'] as const satisfies readonly InboxFilter[];

const filterKeys = {
  all: 'inbox-all',
  vip: 'inbox-vip',
  new: 'inbox-new',
  snoozed: 'inbox-snoozed',
} as const satisfies Record<InboxFilter, string>;

const emptyKeys = {
  all: 'inbox-empty',
  vip: 'inbox-empty-vip',
  new: 'inbox-empty-new',
  snoozed: 'inbox-empty-snoozed',
} as const satisfies Record<InboxFilter, string>;

/** The list that a word stands for, in this language or as `vip`, `new` …; undefined: none, and what there is. */
export function listCalled(
  word: string,
  t: Translate,
): { filter: InboxFilter } | { filter: undefined; lists: string } {
  const wanted = bare(word);
  const filter = filters.find((known) => known === wanted || bare(t(filterKeys[known])) === wanted);
  if (filter) return { filter };
  return {
    filter: undefined,
    lists: filters.map((known) => bare(t(filterKeys[known]))).join(', '),
  };
}

/** Without the sign in front. */
function bare(text: string): string {
  return text
    .replace(/^[^\p{L}]+/u, '')
    .trim()
    .toLowerCase();
}

/** Who waits, one page of it; the last page when there are fewer. */
export async function inboxCard(
  reader: Reader,
  wanted: InboxView,
  services: Services,
): Promise<Card> {
  const now = services.clock.now();
  const { language, timeZone } = await preferencesOf(reader);
  const t = services.texts.for(language);
  const count = await countWaiting(reader, wanted.filter, mostCounted, now);
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(wanted.page, pages - 1);
  const view = { ...wanted, page };
  const offset = page * pageSize;
  const fans = await waitingPage(reader, { ...view, limit: pageSize, offset }, now);
  const labelOf =
    wanted.filter === 'snoozed'
      ? snoozeLabels({ now, language, timeZone }, t)
      : (fan: Waiting) => waitedText(now - fan.waitingSince, language, 'short');
  const names = await fanNames(
    reader,
    fans.map(({ fanId }) => fanId),
  );
  const rows: InlineKeyboardButton[][] = [];
  for (const fan of fans) {
    const name = names.get(fan.fanId) ?? '';
    const text = [signOf(fan, t), name, '·', labelOf(fan)].filter((part) => part !== '').join(' ');
    rows.push([{ text, callback_data: cardTap('show', fan.fanId) }]);
  }
  return {
    text: joinRich(
      await titleOf(reader, { view, count, pages }, { t, now, language }),
      legendOf(fans, t),
    ),
    rows: [...rows, ...controls(view, pages, t)],
  };
}

/** Says of a fan when the snooze ends. */
function snoozeLabels(
  by: { now: number; language: string; timeZone: string },
  t: Translate,
): (fan: Waiting) => string {
  const momentOf = shortMoments(by);
  return ({ until }) => (until === null ? t('inbox-until-they-write') : momentOf(until));
}

async function titleOf(
  reader: Reader,
  { view, count, pages }: { view: InboxView; count: number; pages: number },
  { t, now, language }: { t: Translate; now: number; language: string },
) {
  const counted = count >= mostCounted ? `${mostCounted - 1}+` : `${count}`;
  const title =
    count === 0
      ? t(emptyKeys[view.filter])
      : t('inbox-title', { filter: t(filterKeys[view.filter]), count: counted });
  const paged = pages > 1 ? ` (${view.page + 1}/${pages})` : '';
  const times = await responseTimes(reader, now - weekMs);
  const speed = times
    ? `\n${t('inbox-speed', {
        median: waitedText(times.median, language),
        p90: waitedText(times.p90, language),
      })}`
    : '';
  return joinRich(bold(title), paged, speed);
}

function controls(view: InboxView, pages: number, t: Translate): InlineKeyboardButton[][] {
  const to = (text: string, change: Partial<InboxView>) => ({
    text,
    callback_data: tapData({ do: 'list', view: { ...view, page: 0, ...change } }),
  });
  const turns = [
    ...(view.page > 0 ? [to('‹', { page: view.page - 1 })] : []),
    ...(view.page < pages - 1 ? [to('›', { page: view.page + 1 })] : []),
  ];
  const lists = filters.map((filter) =>
    to(`${filter === view.filter ? '• ' : ''}${t(filterKeys[filter])}`, { filter }),
  );
  const order =
    view.order === 'longest'
      ? to(t('inbox-important-first'), { order: 'important' })
      : to(t('inbox-longest-first'), { order: 'longest' });
  const last = [order, to(t('inbox-refresh'), { page: view.page })];
  return [turns, lists.slice(0, 2), lists.slice(2), last].filter((row) => row.length > 0);
}

/** What the signs before the names mean: the stages of who is listed, in words. */
function legendOf(fans: readonly Waiting[], t: Translate): string {
  const shown = stages.filter((stage) => fans.some((fan) => fan.stage === stage));
  return shown.length === 0 ? '' : `\n${shown.map((stage) => stageName(stage, t)).join(' · ')}`;
}

/** The sign of a fan's stage: the first character of its name. */
function signOf({ stage }: Waiting, t: Translate): string {
  const known = stages.find((each) => each === stage);
  return known ? (stageName(known, t).split(' ')[0] ?? '') : '';
}
