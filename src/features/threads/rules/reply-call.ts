import type { Translate } from '#src/core/texts.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import { describe } from './describe.ts';
import { fileCall } from './file-call.ts';
import type { MessageLink, StoredMessage } from '../message.ts';
import { inputMedia, wordsOf } from './relay-pieces.ts';

/** Where a reply comes from and what it answers. */
export interface ReplyView {
  /** Where it stands at the desk; a reply that was not written there has no place there at first. */
  readonly origin: MessageLink | undefined;
  /** The fan's message to quote. */
  readonly answers: MessageLink | undefined;
  readonly t: Translate;
}

/** The one call that brings a creator's message to the fan, without the chat. */
export function replyCall(message: StoredMessage, view: ReplyView): ApiCall {
  if (message.kind === 'text') {
    return quoted('sendMessage', textOf(message), view);
  }
  if (!view.origin) {
    const sent = fileCall(message, wordsOf(message));
    if (sent) return quoted(sent.method, { ...sent.payload }, view);
  }
  if (message.kind === 'poll' || message.kind === 'dice' || !view.origin) {
    return quoted('sendMessage', { text: describe(message, view.t) }, view);
  }
  const { chatId, chatMessageId } = view.origin;
  return quoted('copyMessage', { from_chat_id: chatId, message_id: chatMessageId }, view);
}

/** The one call that brings an album to the fan as an album. */
export function replyAlbumCall(messages: readonly StoredMessage[], view: ReplyView): ApiCall {
  const media = messages.map((message) => inputMedia(message, wordsOf(message)));
  return quoted('sendMediaGroup', { media }, view);
}

/** The call that brings an edited reply up to date at the fan's; null when nothing of it can be edited. */
export function replyEditCall(message: StoredMessage, mediaChanged: boolean): ApiCall | null {
  switch (message.kind) {
    case 'text':
      return { method: 'editMessageText', payload: textOf(message) };
    case 'photo':
    case 'video':
    case 'audio':
    case 'document':
    case 'animation':
      if (mediaChanged) {
        const media = inputMedia(message, wordsOf(message));
        return { method: 'editMessageMedia', payload: { media } };
      }
      return captionEdit(message);
    case 'voice':
      return captionEdit(message);
    default:
      return null;
  }
}

function captionEdit(message: StoredMessage): ApiCall {
  return {
    method: 'editMessageCaption',
    payload: {
      caption: message.text,
      ...(message.entities.length > 0 ? { caption_entities: message.entities } : {}),
      ...(message.attachment?.captionAbove ? { show_caption_above_media: true } : {}),
    },
  };
}

function textOf(message: StoredMessage): Record<string, unknown> {
  return {
    text: message.text,
    ...(message.entities.length > 0 ? { entities: message.entities } : {}),
  };
}

function quoted(method: string, payload: Record<string, unknown>, view: ReplyView): ApiCall {
  if (!view.answers) return { method, payload };
  const { chatMessageId } = view.answers;
  return {
    method,
    payload: {
      ...payload,
      reply_parameters: { message_id: chatMessageId, allow_sending_without_reply: true },
    },
  };
}
