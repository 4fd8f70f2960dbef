import type { InlineKeyboardButton } from 'grammy/types';
import type { FanId, ThreadId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById, fanName, safeLine } from '#src/features/fans/index.ts';
import {
  cardTap,
  draftTap,
  lastMessages,
  requireThread,
  textOf,
  threadOfFan,
} from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { joinRich, quote, splitRich } from '#src/telegram/rich-text.ts';
import { isOpen } from '../draft.ts';
import { draftById } from '../queries/draft-rows.ts';
import { mayBeOfMinor } from '../rules/care-of.ts';
import { type AdultTap, tapData } from '../rules/tap-data.ts';
import { careAtHand } from './care-at-hand.ts';

/** Longest part of a message that is shown, in UTF-16 units. */
const longestQuote = 500;

/** The button of a card that says of its fan that they are an adult. */
export function adultButton(fanId: FanId, t: Translate): InlineKeyboardButton {
  return {
    text: t('drafts-adult'),
    callback_data: tapData({ do: 'adult-of', fanId, upTo: null }),
  };
}

/** Of whom a tap says that they are an adult, and what leads back from there. */
export interface AdultAbout {
  readonly fanId: FanId;
  readonly threadId: ThreadId;
  /** The callback data of Back. */
  readonly back: string;
}

/** Finds of whom a tap speaks; undefined: there is no such fan, or no draft whose place says that they may be a minor. */
export async function adultAbout(reader: Reader, tap: AdultTap): Promise<AdultAbout | undefined> {
  if (tap.do === 'adult-of') {
    const fan = await fanById(reader, tap.fanId);
    const thread = fan && (await threadOfFan(reader, fan.id));
    return thread && { ...thread, threadId: thread.id, back: cardTap('back', thread.fanId) };
  }
  const draft = await draftById(reader, tap.id);
  if (!draft || !isOpen(draft) || draft.notice !== 'possible-minor') return undefined;
  const { id, threadId, messageId, knownEditAt } = draft;
  const { fanId } = await requireThread(reader, threadId);
  const back = tapData({ do: 'back', id, known: messageId, changed: knownEditAt });
  return { fanId, threadId, back };
}

/** Asks whether a person is sure that a fan is an adult, and shows what says otherwise; undefined: nothing does any more. */
export async function adultQuestion(
  reader: Reader,
  { tap, about }: { readonly tap: AdultTap; readonly about: AdultAbout },
  t: Translate,
): Promise<Card | undefined> {
  const { fanId, threadId, back } = about;
  const sign = (await careAtHand(reader, { id: threadId, fanId })).get('possible-minor');
  const [newest] = await lastMessages(reader, threadId, 1);
  const fan = await fanById(reader, fanId);
  if (sign === undefined || !newest || !fan) return undefined;
  const said = (await textOf(reader, sign)) ?? '';
  const [start] = splitRich({ text: safeLine(said) }, longestQuote);
  const name = displayName(fan);
  const shown = start && mayBeOfMinor(said) ? [t('drafts-adult-sign', { name }), '\n'] : [];
  return {
    text: joinRich(
      ...shown,
      ...(start && shown.length > 0 ? [quote(start.text), '\n\n'] : []),
      t('drafts-adult-asks', { name }),
    ),
    rows: [
      [
        { text: t('drafts-adult-yes'), callback_data: tapData({ ...tap, upTo: newest.id }) },
        { text: t('button-back'), callback_data: back },
      ],
    ],
  };
}

/** Says that it was noted, with the way on. */
export async function adultNoted(
  reader: Reader,
  { tap, about }: { readonly tap: AdultTap; readonly about: AdultAbout },
  t: Translate,
): Promise<Card> {
  const { fanId, threadId, back } = about;
  const draft = { text: 'Draft', callback_data: draftTap(threadId) };
  return {
    text: t('drafts-adult-noted', { name: await fanName(reader, fanId) }),
    rows: [
      tap.do === 'adult-of' ? [draft, { text: t('button-back'), callback_data: back }] : [draft],
    ],
  };
}
