import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { bold, italic, joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { WaitingThread } from './rank-waiting.ts';
import { tapData } from './tap-data.ts';
import { waitedText } from './waited.ts';

/** Fans on one page of the digest. */
export const fansPerPage = 8;

/** A fan on the page that is shown. */
export interface ShownThread extends WaitingThread {
  /** Display name, safe to show. */
  readonly name: string;
}

/** What the digest tells. */
export interface DigestFacts {
  readonly fans: number;
  readonly messages: number;
  /** From 0. */
  readonly page: number;
  readonly shown: readonly ShownThread[];
  /** Epoch ms. */
  readonly now: number;
  readonly language: string;
  readonly t: Translate;
}

/** How many pages so many fans need; at least one. */
export function pagesOf(fans: number): number {
  return Math.max(1, Math.ceil(fans / fansPerPage));
}

/** The digest: how many wait, then one line for each fan of the page, and buttons that open each of them. */
export function digestMessage(facts: DigestFacts): RichText & { keyboard: InlineKeyboardMarkup } {
  const { t, fans, messages } = facts;
  const first = facts.page * fansPerPage + 1;
  const rich = joinRich(
    bold(t('threads-digest-waiting', { fans, messages })),
    '\n',
    italic(t('threads-digest-why')),
    '\n',
    ...facts.shown.flatMap((thread, index) => [`\n${first + index}. `, line(thread, facts)]),
  );
  return { ...rich, keyboard: { inline_keyboard: keyboardOf(facts) } };
}

function line(thread: ShownThread, { t, now, language }: DigestFacts): RichText {
  const facts = [
    waitedText(now - thread.waitingSince, language, 'short'),
    thread.messages > 1 ? t('threads-digest-messages', { messages: thread.messages }) : null,
    thread.isNew ? t('threads-digest-new') : null,
  ];
  const shown = facts.filter((fact) => fact !== null).map((fact) => ` · ${fact}`);
  return joinRich(bold(thread.name), ...shown);
}

function keyboardOf({ fans, page, shown }: DigestFacts): InlineKeyboardButton[][] {
  const openers = shown.map((thread) => ({
    text: thread.name,
    callback_data: tapData('open', thread.threadId),
  }));
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < openers.length; at += 2) rows.push(openers.slice(at, at + 2));
  const pages = pagesOf(fans);
  if (pages === 1) return rows;
  const to = (other: number) => tapData('page', (other + pages) % pages);
  return [
    ...rows,
    [
      { text: '‹', callback_data: to(page - 1) },
      { text: `${page + 1}/${pages}`, callback_data: to(page) },
      { text: '›', callback_data: to(page + 1) },
    ],
  ];
}
