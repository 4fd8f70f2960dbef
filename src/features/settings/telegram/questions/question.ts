import type { InlineKeyboardButton } from 'grammy/types';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { tapData, type QuestionId } from '#src/features/settings/rules.ts';
import type { Card } from '#src/telegram/present.ts';
import type { Answer } from '#src/features/settings/telegram/read-answer.ts';

/**
 * What became of an answer.
 *
 * - `done`: stored; `note` says what holds now.
 * - `again`: the question still stands; the card says what to do.
 * - `stale`: a button that this question does not have now.
 */
export type Taken =
  | { readonly outcome: 'done'; readonly note: string }
  | { readonly outcome: 'again'; readonly card: Card }
  | { readonly outcome: 'stale' };

/** One question, asked in setup and in /settings alike. */
export interface Question {
  readonly id: QuestionId;
  /** The question with its own buttons; whoever asks adds Back and Skip. */
  show(ctx: FanlineContext): Promise<Card>;
  /** Stores the answer, or says what is wrong with it. */
  take(ctx: FanlineContext, answer: Answer): Promise<Taken>;
}

/** A button below a question. */
export function choice(question: QuestionId, value: string, text: string): InlineKeyboardButton {
  return { text, callback_data: tapData(question, value) };
}

/** Puts buttons two in a row, for narrow screens. */
export function inPairs(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; at += 2) rows.push(buttons.slice(at, at + 2));
  return rows;
}
