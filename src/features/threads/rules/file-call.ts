import { splitRich, maxCaption } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import type { ContentKind, MessageContent } from '../message.ts';

/** The Bot API's method and field for content that is one file. */
const methods = {
  photo: ['sendPhoto', 'photo'],
  video: ['sendVideo', 'video'],
  voice: ['sendVoice', 'voice'],
  video_note: ['sendVideoNote', 'video_note'],
  audio: ['sendAudio', 'audio'],
  document: ['sendDocument', 'document'],
  sticker: ['sendSticker', 'sticker'],
  animation: ['sendAnimation', 'animation'],
} as const satisfies Partial<Record<ContentKind, readonly [string, string]>>;

/** Files that carry no caption (Bot API, sendVideoNote, sendSticker). */
const bare: ReadonlySet<ContentKind> = new Set(['video_note', 'sticker']);

/** The call that sends a file by its file_id with these words, without the chat; null when the content is no file. */
export function fileCall(content: MessageContent, words: RichText): ApiCall | null {
  const fileId = content.attachment?.fileId;
  if (!(content.kind in methods) || fileId === undefined) return null;
  const [method, field] = methods[content.kind as keyof typeof methods];
  const [caption] = bare.has(content.kind) ? [] : splitRich(words, maxCaption);
  return {
    method,
    payload: {
      [field]: fileId,
      ...(caption ? { caption: caption.text, caption_entities: caption.entities } : {}),
      ...(content.attachment?.spoiler ? { has_spoiler: true } : {}),
      ...(content.attachment?.captionAbove ? { show_caption_above_media: true } : {}),
    },
  };
}
