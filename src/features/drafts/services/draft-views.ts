import type { InlineKeyboardButton } from 'grammy/types';
import type { DraftId, MessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanName, requireFan } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
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
import { receiptsOf } from '../queries/receipt-rows.ts';
import { isCare } from '../rules/care-for.ts';
import type { CareKind } from '../rules/care-of.ts';
import type { Doubt } from '../rules/doubt-of.ts';
import { type News, newsSince, type Seen } from '../rules/news-since.ts';
import { tapData } from '../rules/tap-data.ts';
import { noticeText } from './notice-text.ts';
import { unansweredIn } from './unanswered.ts';
import { usedUpText } from './used-up-text.ts';

const originKeys = {
  'past-answer': 'drafts-from-past',
  'saved-reply': 'drafts-from-saved',
  faq: 'drafts-from-faq',
  llm: 'drafts-from-llm',
  edited: 'drafts-from-you',
} as const satisfies Record<DraftOrigin, string>;

/** What a model was unsure of, above its drafts. */
const doubtKeys = {
  'unknown-fact': 'drafts-doubt-fact',
  instruction: 'drafts-doubt-instruction',
  unsaid: 'drafts-doubt',
} as const satisfies Record<Doubt, string>;

/** Why asking for other choices brought none; `nothing`: nothing that was found or written is new. */
export type FailedTry = Exclude<DraftNotice, CareKind> | 'nothing';

const failedKeys = {
  'used-up': 'drafts-again-used-up',
  unavailable: 'drafts-again-unavailable',
  unfit: 'drafts-again-unfit',
  refused: 'drafts-again-refused',
} as const satisfies Record<Exclude<FailedTry, 'nothing'> | 'refused', string>;

/** Messages of the fan's in a warning, and their longest text in UTF-16 units: with the draft they fit into one message. */
const mostNews = 3;
const longestNews = 200;

/** A message of a draft's with its buttons. */
export interface DraftView {
  readonly text: RichText;
  readonly rows: InlineKeyboardButton[][];
}

/**
 * A draft as the desk sees it: what its last round offers, each labelled with where it comes from. `known`, `changed`: what
 * the desk was shown with it (`Seen`; of changes those that the draft knows, unless given). `tried`: other choices were asked
 * for in vain, so it stands as it was, and says that.
 */
export async function draftView(
  reader: Reader,
  draft: Draft,
  {
    known,
    changed = draft.knownEditAt,
    tried,
  }: { known: MessageId; changed?: number | undefined; tried?: FailedTry | undefined },
  services: Services,
  t: Translate,
): Promise<DraftView> {
  const { id, round } = draft;
  const { fanId } = await requireThread(reader, draft.threadId);
  const fan = await requireFan(reader, fanId);
  const name = displayName(fan);
  const language = await preferenceOf(reader, 'language');
  const all = await choicesOf(reader, id);
  const choices = all.filter((one) => one.round === round && one.origin !== 'edited');
  const dismiss = { text: t('drafts-dismiss'), callback_data: tapData({ do: 'dismiss', id }) };
  const receipt = { text: 'ℹ️', callback_data: tapData({ do: 'receipt', id }) };
  const wording = { t, language };
  const receipts = await receiptsOf(reader, id);
  // Nothing fit since the provider refused the content: its last call says so.
  const refused = receipts.at(-1)?.calls.at(-1)?.outcome === 'refused';
  const whyOf = <Why extends string>(why: Why) =>
    why === 'unfit' && refused ? ('refused' as const) : why;
  const notice =
    draft.notice === 'used-up'
      ? await usedUpText(reader.tenantId, services, wording)
      : draft.notice && noticeText(whyOf(draft.notice), fan, wording);
  const doubt = draft.receipt?.doubt;
  if (choices.length === 0) {
    const none = t('drafts-none', { name });
    const text = isCare(draft.notice) ? (notice ?? none) : [notice, none].join('\n').trim();
    const adult = {
      text: t('drafts-adult'),
      callback_data: tapData({ do: 'adult', id, upTo: null }),
    };
    const row = [
      dismiss,
      ...(draft.notice === 'possible-minor' ? [adult] : []),
      ...(receipts.length > 0 ? [receipt] : []),
    ];
    return { text: { text }, rows: [row] };
  }
  const alone = choices.length === 1;
  const origins = new Set(choices.map(({ origin }) => origin));
  const [shared] = origins.size === 1 && !alone ? origins : [];
  const shown = choices.map((choice, index) => {
    if (shared) return joinRich(bold(`${index + 1}`), '\n', choice);
    const origin = t(originKeys[choice.origin]);
    return joinRich(italic(alone ? origin : `${index + 1} · ${origin}`), '\n', choice);
  });
  const button = (what: 'send' | 'edit', word: string) =>
    choices.map(({ place }, index) => ({
      text: alone ? word : `${word} ${index + 1}`,
      callback_data: tapData({ do: what, id, place, known, changed }),
    }));
  const change = (what: DraftChange, text: string) => ({
    text,
    callback_data: tapData({ do: what, id, round }),
  });
  const another = change('another', t('drafts-another'));
  const byModel = draft.source === 'llm';
  // To look once more among the creator's own would find the same.
  const mayTry = byModel || tried !== 'nothing';
  const wishes = byModel
    ? [
        [another, change('shorter', t('drafts-shorter')), change('warmer', t('drafts-warmer'))],
        [dismiss, receipt],
      ]
    : [[another, dismiss, receipt]];
  const blocks = [
    joinRich(
      bold(t('drafts-head', { name })),
      ...(shared ? ['\n', italic(t(originKeys[shared]))] : []),
    ),
    ...(notice === null ? [] : [notice]),
    ...(doubt ? [t(doubtKeys[doubt])] : []),
    ...shown,
    ...(tried ? [failedText(whyOf(tried), byModel, t)] : []),
  ];
  return {
    text: joinRich(...blocks.flatMap((block, index) => (index === 0 ? [block] : ['\n\n', block]))),
    rows: [
      button('send', 'Send'),
      button('edit', 'Edit'),
      ...(mayTry ? wishes : [[dismiss, receipt]]),
      ...(await pauseRow(reader, draft, t)),
    ],
  };
}

function failedText(tried: FailedTry | 'refused', byModel: boolean, t: Translate): string {
  if (tried !== 'nothing') return t(failedKeys[tried]);
  return t(byModel ? 'drafts-again-nothing' : 'drafts-no-more');
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

/** A draft that can still be sent, once more; undefined when it is over. `known`, `changed`: as in `draftView`, where they are newer. */
export async function openView(
  reader: Reader,
  { id, known, changed }: { id: DraftId } & Partial<Seen>,
  services: Services,
  t: Translate,
): Promise<DraftView | undefined> {
  const draft = await draftById(reader, id);
  if (!draft || !isOpen(draft)) return undefined;
  return await draftView(reader, draft, { known: known ?? draft.messageId, changed }, services, t);
}

/** Says what the fan wrote or changed since the draft was made, and asks whether this choice is to be sent nevertheless. */
export async function warningView(
  reader: Reader,
  draft: Draft,
  { choice, ...seen }: { choice: DraftChoice } & Seen,
  t: Translate,
): Promise<DraftView> {
  const { id } = draft;
  const { fanId } = await requireThread(reader, draft.threadId);
  const news = newsSince(await unansweredIn(reader, draft.threadId), seen);
  const rows: InlineKeyboardButton[][] = [
    [
      {
        text: t('drafts-send-anyway'),
        callback_data: tapData({ do: 'send', id, place: choice.place, ...news.seen }),
      },
      { text: t('drafts-new'), callback_data: tapData({ do: 'renew', id }) },
    ],
    [{ text: t('button-back'), callback_data: tapData({ do: 'back', id, ...news.seen }) }],
  ];
  const text = joinRich(
    newsText(news, await fanName(reader, fanId), t),
    '\n\n',
    italic(t(originKeys[choice.origin])),
    '\n',
    choice,
  );
  return { text: splitRich(text, maxText)[0] ?? text, rows };
}

/** That a fan has written or changed something, and the newest of it as a quotation. */
export function newsText({ messages, written }: News, name: string, t: Translate): RichText {
  const head = t(written ? 'drafts-written-again' : 'drafts-changed-since', { name });
  return joinRich(bold(head), '\n', quotation(messages, t));
}

function quotation(messages: readonly StoredMessage[], t: Translate): RichText {
  const lines = messages.slice(-mostNews).map((one) => {
    const text = one.text === '' ? `[${describe(one, t)}]` : one.text;
    const [start, rest] = splitRich({ text }, longestNews);
    return rest ? `${start?.text.trimEnd()}…` : text;
  });
  return quote(lines.join('\n'));
}
