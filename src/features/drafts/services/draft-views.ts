import type { InlineKeyboardButton } from 'grammy/types';
import type { DraftId, MessageId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { fanName } from '#src/features/fans/index.ts';
import { describe, requireThread, type StoredMessage } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { bold, italic, joinRich, maxText, quote, splitRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import {
  type Draft,
  type DraftChange,
  type DraftChoice,
  type DraftNotice,
  type DraftOrigin,
  isOpen,
} from '../draft.ts';
import { choicesOf } from '../queries/choice-rows.ts';
import { draftById } from '../queries/draft-rows.ts';
import { isPaused } from '../queries/pause-rows.ts';
import { tapData } from '../rules/tap-data.ts';
import { unansweredIn } from './unanswered.ts';

const originKeys = {
  'past-answer': 'drafts-from-past',
  'saved-reply': 'drafts-from-saved',
  faq: 'drafts-from-faq',
  llm: 'drafts-from-llm',
  edited: 'drafts-from-you',
} as const satisfies Record<DraftOrigin, string>;

const noticeKeys = {
  'possible-minor': 'drafts-care-minor',
  distress: 'drafts-care-distress',
  spending: 'drafts-care-spending',
  'used-up': 'drafts-used-up',
  unavailable: 'drafts-unavailable',
  unfit: 'drafts-unfit',
} as const satisfies Record<DraftNotice, string>;

/** Messages of the fan's in a warning, and their longest text in UTF-16 units: with the draft they fit into one message. */
const mostNews = 3;
const longestNews = 200;

/** A message of a draft's with its buttons. */
export interface DraftView {
  readonly text: RichText;
  readonly rows: InlineKeyboardButton[][];
}

/**
 * A draft as the desk sees it: what its last round offers, each labelled with where it comes from. `known`: the newest
 * message of the fan's that the desk was shown with it. `more` false: nothing else is close.
 */
export async function draftView(
  reader: Reader,
  draft: Draft,
  { known, more }: { known: MessageId; more: boolean },
  t: Translate,
): Promise<DraftView> {
  const { id, round } = draft;
  const { fanId } = await requireThread(reader, draft.threadId);
  const name = await fanName(reader, fanId);
  const all = await choicesOf(reader, id);
  const choices = all.filter((one) => one.round === round && one.origin !== 'edited');
  const dismiss = { text: t('drafts-dismiss'), callback_data: tapData({ do: 'dismiss', id }) };
  const notice = draft.notice && t(noticeKeys[draft.notice], { name });
  if (choices.length === 0) {
    const none = t('drafts-none', { name });
    const text = isCare(draft.notice) ? (notice ?? none) : [notice, none].join('\n').trim();
    return { text: { text }, rows: [[dismiss]] };
  }
  const receipt = { text: 'ⓘ', callback_data: tapData({ do: 'receipt', id }) };
  const alone = choices.length === 1;
  const shown = choices.map((choice, index) =>
    joinRich(
      italic(
        alone ? t(originKeys[choice.origin]) : `${index + 1} · ${t(originKeys[choice.origin])}`,
      ),
      '\n',
      choice,
    ),
  );
  const button = (what: 'send' | 'edit', word: string) =>
    choices.map(({ place }, index) => ({
      text: alone ? word : `${word} ${index + 1}`,
      callback_data: tapData({ do: what, id, place, known }),
    }));
  const change = (what: DraftChange, text: string) => ({
    text,
    callback_data: tapData({ do: what, id, round }),
  });
  const another = change('another', t('drafts-another'));
  const wishes =
    draft.source === 'llm'
      ? [
          [another, change('shorter', t('drafts-shorter')), change('warmer', t('drafts-warmer'))],
          [dismiss, receipt],
        ]
      : [[another, dismiss, receipt]];
  const blocks = [
    bold(t('drafts-head', { name })),
    ...(notice === null ? [] : [notice]),
    ...shown,
    ...(more ? [] : [t('drafts-no-more')]),
  ];
  return {
    text: joinRich(...blocks.flatMap((block, index) => (index === 0 ? [block] : ['\n\n', block]))),
    rows: [
      button('send', 'Send'),
      button('edit', 'Edit'),
      ...(more ? wishes : [[dismiss, receipt]]),
      ...(await pauseRow(reader, draft, t)),
    ],
  };
}

function isCare(notice: DraftNotice | null): boolean {
  return notice === 'possible-minor' || notice === 'distress' || notice === 'spending';
}

/** Below drafts that come by themselves, and wherever they were stopped for this fan. */
async function pauseRow(
  reader: Reader,
  { id, threadId, byItself }: Draft,
  t: Translate,
): Promise<InlineKeyboardButton[][]> {
  const paused = await isPaused(reader, threadId);
  if (paused) {
    return [[{ text: t('drafts-resume'), callback_data: tapData({ do: 'resume', id }) }]];
  }
  if (!byItself) return [];
  return [[{ text: t('drafts-pause'), callback_data: tapData({ do: 'pause', id }) }]];
}

/** A draft that can still be sent, once more; undefined when it is over. `known`: as in `draftView`, where it is a newer one. */
export async function openView(
  reader: Reader,
  { id, known }: { id: DraftId; known?: MessageId },
  t: Translate,
): Promise<DraftView | undefined> {
  const draft = await draftById(reader, id);
  if (!draft || !isOpen(draft)) return undefined;
  return await draftView(reader, draft, { known: known ?? draft.messageId, more: true }, t);
}

/** Says what the fan wrote since the draft was made, and asks whether this choice is to be sent nevertheless. */
export async function warningView(
  reader: Reader,
  draft: Draft,
  { choice, known }: { choice: DraftChoice; known: MessageId },
  t: Translate,
): Promise<DraftView> {
  const { id } = draft;
  const { fanId } = await requireThread(reader, draft.threadId);
  const news = (await unansweredIn(reader, draft.threadId)).filter((one) => one.id > known);
  const newest = news.at(-1)?.id ?? known;
  const rows: InlineKeyboardButton[][] = [
    [
      {
        text: t('drafts-send-anyway'),
        callback_data: tapData({ do: 'send', id, place: choice.place, known: newest }),
      },
      { text: t('drafts-new'), callback_data: tapData({ do: 'renew', id }) },
    ],
    [{ text: t('button-back'), callback_data: tapData({ do: 'back', id, known: newest }) }],
  ];
  const head = bold(t('drafts-written-again', { name: await fanName(reader, fanId) }));
  const text = joinRich(
    head,
    '\n',
    newsText(news, t),
    '\n\n',
    italic(t(originKeys[choice.origin])),
    '\n',
    choice,
  );
  return { text: splitRich(text, maxText)[0] ?? text, rows };
}

/** The newest of what the fan wrote, in words, as a quotation. */
export function newsText(news: readonly StoredMessage[], t: Translate): RichText {
  const lines = news.slice(-mostNews).map((one) => {
    const text = one.text === '' ? `[${describe(one, t)}]` : one.text;
    const [start, rest] = splitRich({ text }, longestNews);
    return rest ? `${start?.text.trimEnd()}…` : text;
  });
  return quote(lines.join('\n'));
}
