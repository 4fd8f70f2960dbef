import type { Context } from 'grammy';
import type { RichText } from '#src/telegram/say.ts';
import { readTap, type QuestionId } from '#src/features/settings/rules.ts';

/** What the creator answered to a question. */
export type Answer =
  | { readonly kind: 'tap'; readonly value: string }
  | { readonly kind: 'text'; readonly written: RichText }
  /** A photo, a voice message, anything that no question asks for. */
  | { readonly kind: 'other' };

/** What an update means while a question stands. `pass`: not for the question, others may handle it. */
export type Reading =
  | { readonly kind: 'pass' | 'cancel' | 'start' | 'menu' | 'stale' | 'skip' | 'back' }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** Values of the buttons that stand below every question. */
export const navigation = { skip: '-skip', back: '-back' } as const;

/**
 * Reads an update while this question stands. Replies pass, unless they reply to the question itself, so that a fan who
 * writes during setup can be answered; so do commands, edits, reactions and other features' buttons.
 */
export function readAnswer(ctx: Context, question: QuestionId): Reading {
  if (ctx.callbackQuery) return readTapped(ctx.callbackQuery.data, question);
  const message = ctx.message;
  if (!message || !hasContent(message)) return { kind: 'pass' };
  const command = commandOf(message.text);
  if (command === 'cancel' || command === 'start') return { kind: command };
  if (command !== undefined) return { kind: 'pass' };
  if (message.reply_to_message && !isQuestion(message.reply_to_message)) return { kind: 'pass' };
  if (message.text === undefined) return { kind: 'answer', answer: { kind: 'other' } };
  const written = { text: message.text, entities: message.entities ?? [] };
  return { kind: 'answer', answer: { kind: 'text', written } };
}

function readTapped(data: string | undefined, question: QuestionId): Reading {
  if (!data?.startsWith('set:')) return { kind: 'pass' };
  const tap = readTap(data);
  if (tap?.of === 'menu') return { kind: 'menu' };
  if (tap?.of !== question) return { kind: 'stale' };
  if (tap.value === navigation.skip) return { kind: 'skip' };
  if (tap.value === navigation.back) return { kind: 'back' };
  return { kind: 'answer', answer: { kind: 'tap', value: tap.value } };
}

function commandOf(text: string | undefined): string | undefined {
  return /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s|$)/i.exec(text ?? '')?.[1]?.toLowerCase();
}

type Message = NonNullable<Context['message']>;

/** Whether a message is one of the bot's questions: they alone carry buttons of this feature. */
function isQuestion(message: NonNullable<Message['reply_to_message']>): boolean {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some(
    (button) => 'callback_data' in button && button.callback_data.startsWith('set:'),
  );
}

/** Service messages (a pin, a new wallpaper) are no answers. */
function hasContent(message: Message): boolean {
  return (
    message.text !== undefined ||
    message.caption !== undefined ||
    contentFields.some((field) => message[field] !== undefined)
  );
}

const contentFields = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'location',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const satisfies readonly (keyof Message)[];
