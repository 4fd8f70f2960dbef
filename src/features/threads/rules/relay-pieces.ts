import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { ThreadId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import { bold, italic, joinRich, maxCaption, maxText, splitRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { tapData } from './tap-data.ts';
import { describe } from './describe.ts';
import { draftTap } from './draft-tap.ts';
import type { ContentKind, MessageLink, StoredMessage } from '../message.ts';

/** How a relay is shown. */
export interface RelayView {
  /** Whether the fan's name stands in front: yes in a private desk; in a forum the topic shows it. */
  readonly named: boolean;
  /** Whether Draft, Card and Done hang below: yes in a private desk; in a forum they are on the pinned card. */
  readonly buttons: boolean;
  /** The fan's display name, safe to show. */
  readonly name: string;
  readonly threadId: ThreadId;
  /** Where the fan wrote the message: the place that a copy is made of. */
  readonly origin: MessageLink | undefined;
  /** The desk's message that this one answers. */
  readonly answers: MessageLink | undefined;
  /** An earlier try may have arrived already. */
  readonly repeated: boolean;
  /** The fan edited a message whose first relay cannot be edited any more. */
  readonly edited: boolean;
  /** Copying failed before: tell in words what came. */
  readonly inWords: boolean;
  /** Some of its pieces are there already: what follows must be cut at the same places as they were. */
  readonly begun: boolean;
  readonly t: Translate;
}

/** Room for the name and all marks in front of a text, so that the cuts do not depend on them. */
const headRoom = 200;

const withCaption: ReadonlySet<ContentKind> = new Set([
  'photo',
  'video',
  'voice',
  'audio',
  'document',
  'animation',
]);
const inWordsOnly: ReadonlySet<ContentKind> = new Set(['poll', 'dice', 'unsupported']);

/**
 * The calls that relay one message, without chat and topic: one, or several when its text is too long with the name in
 * front (4096 units for a text, 1024 for a caption; Bot API). Buttons come with the last.
 */
export function relayPieces(message: StoredMessage, view: RelayView): ApiCall[] {
  const keyboard = buttonsOf(view);
  if (message.kind === 'text') return textPieces(wordsOf(message), view, keyboard);
  if (view.inWords || inWordsOnly.has(message.kind) || !view.origin) {
    const described = joinRich(italic(describe(message, view.t)), afterLine(wordsOf(message)));
    return textPieces(described, view, keyboard);
  }
  const copy = copyOf(view.origin);
  if (withCaption.has(message.kind)) return captionPieces(message, view, copy, keyboard);
  const label = labelOf(view);
  const named = label === '' ? keyboard : [[labelButton(label, view)], ...keyboard];
  return [call('copyMessage', copy, view, named)];
}

/**
 * The calls that relay an album as one: the album itself, after a text of its own when name and caption do not fit
 * together. `messages` are its parts in order, two to ten. Albums carry no buttons (Bot API, sendMediaGroup).
 */
export function albumPieces(messages: readonly StoredMessage[], view: RelayView): ApiCall[] {
  const head = headOf(view);
  const first = messages[0];
  if (!first) return [];
  const caption = joinRich(head, wordsOf(first));
  const fits = !view.begun && caption.text.length <= maxCaption;
  const media = messages.map((message, index) =>
    inputMedia(message, index > 0 ? wordsOf(message) : fits ? caption : { text: '' }),
  );
  const album = call('sendMediaGroup', { media }, view, []);
  return fits ? [album] : [...textPieces(wordsOf(first), view, []), album];
}

/** The call that brings a relay up to date after an edit, from the piece as it is now; null when there is none. */
export function editOfPiece(
  piece: ApiCall,
  message: StoredMessage,
  mediaChanged: boolean,
): ApiCall | null {
  const { reply_markup } = piece.payload;
  const keyboard = reply_markup === undefined ? {} : { reply_markup };
  if (piece.method === 'sendMessage') {
    const { text, entities } = piece.payload;
    return {
      method: 'editMessageText',
      payload: {
        text,
        ...(entities === undefined ? {} : { entities }),
        ...keyboard,
      },
    };
  }
  if (!withCaption.has(message.kind)) return null;
  const { caption, caption_entities } = piece.payload;
  const words: RichText = {
    text: typeof caption === 'string' ? caption : message.text,
    entities:
      (caption_entities as RichText['entities']) ?? (caption === undefined ? message.entities : []),
  };
  if (mediaChanged && message.kind !== 'voice') {
    return {
      method: 'editMessageMedia',
      payload: { media: inputMedia(message, words), ...keyboard },
    };
  }
  return {
    method: 'editMessageCaption',
    payload: {
      caption: words.text,
      ...(words.entities && words.entities.length > 0 ? { caption_entities: words.entities } : {}),
      ...(message.attachment?.captionAbove ? { show_caption_above_media: true } : {}),
      ...keyboard,
    },
  };
}

/** The most pieces that a text of this length may need, whatever name stands in front. */
export function piecesOfText(text: string): number {
  return Math.max(1, Math.ceil((text.length * 2) / maxText));
}

/** An album part or a replaced medium, as Telegram's InputMedia. */
export function inputMedia(message: StoredMessage, words: RichText): Record<string, unknown> {
  const { attachment } = message;
  const picture =
    message.kind === 'photo' || message.kind === 'video' || message.kind === 'animation';
  return {
    type: message.kind,
    media: attachment?.fileId,
    ...(words.text === '' ? {} : { caption: words.text }),
    ...(words.entities && words.entities.length > 0 ? { caption_entities: words.entities } : {}),
    ...(picture && attachment?.spoiler ? { has_spoiler: true } : {}),
    ...(picture && attachment?.captionAbove ? { show_caption_above_media: true } : {}),
  };
}

/** The text or caption with its formatting. */
export function wordsOf(message: Pick<StoredMessage, 'text' | 'entities'>): RichText {
  return { text: message.text, entities: message.entities };
}

function textPieces(
  words: RichText,
  view: RelayView,
  keyboard: InlineKeyboardButton[][],
): ApiCall[] {
  const head = headOf(view);
  const whole = joinRich(head, words);
  const [first = words, ...others] = splitRich(words, maxText - headRoom);
  const fits = !view.begun && whole.text.length <= maxText;
  const pieces = fits ? [whole] : [joinRich(head, first), ...others];
  return pieces.map((piece, index) =>
    call(
      'sendMessage',
      {
        text: piece.text,
        ...(piece.entities && piece.entities.length > 0 ? { entities: piece.entities } : {}),
      },
      view,
      index === pieces.length - 1 ? keyboard : [],
    ),
  );
}

function captionPieces(
  message: StoredMessage,
  view: RelayView,
  copy: Record<string, unknown>,
  keyboard: InlineKeyboardButton[][],
): ApiCall[] {
  const head = headOf(view);
  if (head.text === '' && !view.begun) return [call('copyMessage', copy, view, keyboard)];
  const caption = joinRich(head, wordsOf(message));
  const above = message.attachment?.captionAbove ? { show_caption_above_media: true } : {};
  if (!view.begun && caption.text.trimEnd().length <= maxCaption) {
    return [call('copyMessage', { ...copy, ...captionOf(caption), ...above }, view, keyboard)];
  }
  return [
    ...textPieces(wordsOf(message), view, []),
    call('copyMessage', { ...copy, ...captionOf(head) }, view, keyboard),
  ];
}

function captionOf(words: RichText): Record<string, unknown> {
  return { caption: words.text.trimEnd(), caption_entities: words.entities ?? [] };
}

function copyOf(origin: MessageLink): Record<string, unknown> {
  return { from_chat_id: origin.chatId, message_id: origin.chatMessageId };
}

function headOf(view: RelayView): RichText {
  const marks: RichText[] = [];
  if (view.edited) marks.push(italic(view.t('threads-mark-edited')));
  if (view.repeated) marks.push(italic(view.t('threads-mark-repeated')));
  if (!view.named && marks.length === 0) return { text: '' };
  const shown = view.named ? [bold(view.name), ...marks] : marks;
  const line = shown.flatMap((piece, index) => (index === 0 ? [piece] : [' · ', piece]));
  return joinRich(...line, '\n');
}

function afterLine(words: RichText): RichText {
  return words.text === '' ? words : joinRich('\n', words);
}

function buttonsOf(view: RelayView): InlineKeyboardButton[][] {
  if (!view.buttons) return [];
  return [
    [
      { text: 'Draft', callback_data: draftTap(view.threadId) },
      { text: 'Card', callback_data: tapData('card', view.threadId) },
      { text: 'Done', callback_data: tapData('done', view.threadId) },
    ],
  ];
}

/** What a medium without a caption carries on a button instead: the name, where it must be shown, and the mark. */
function labelOf(view: RelayView): string {
  const mark = view.repeated ? [view.t('threads-mark-repeated')] : [];
  return [...(view.named ? [view.name] : []), ...mark].join(' · ');
}

function labelButton(text: string, view: RelayView): InlineKeyboardButton {
  return { text, callback_data: tapData('card', view.threadId) };
}

function call(
  method: string,
  payload: Record<string, unknown>,
  view: RelayView,
  keyboard: InlineKeyboardButton[][],
): ApiCall {
  const markup: InlineKeyboardMarkup | undefined =
    keyboard.length > 0 ? { inline_keyboard: keyboard } : undefined;
  return {
    method,
    payload: {
      ...payload,
      ...(view.answers
        ? {
            reply_parameters: {
              message_id: view.answers.chatMessageId,
              allow_sending_without_reply: true,
            },
          }
        : {}),
      ...(markup ? { reply_markup: markup } : {}),
    },
  };
}
