import type { InlineQueryResult } from 'grammy/types';
import type { SavedReply } from '../saved-reply.ts';
import { hasPlaceholders } from './placeholders.ts';
import { keyOf } from './reply-name.ts';

/** Results of one answer (Bot API, answerInlineQuery). */
const mostResults = 50;

/** Longest description under a result, in UTF-16 units; more is not shown on a phone. */
const description = 100;

/** The saved replies that fit what was typed: names that begin with it first, then those that have it anywhere. */
export function fitting(replies: readonly SavedReply[], typed: string): SavedReply[] {
  const wanted = keyOf(typed);
  const begin = replies.filter(({ name }) => keyOf(name).startsWith(wanted));
  const inside = replies.filter(({ name }) => {
    const key = keyOf(name);
    return key.includes(wanted) && !key.startsWith(wanted);
  });
  return [...begin, ...inside].slice(0, mostResults);
}

/**
 * A saved reply as a result of inline mode, the placeholders of a text not filled yet. Null for what cannot be offered
 * there: video notes (Bot API, InlineQueryResult), and files with placeholders, since a file is copied as it was sent.
 */
export function inlineResult(reply: SavedReply): InlineQueryResult | null {
  const { name, content } = reply;
  const id = String(reply.id);
  const fileId = content.attachment?.fileId ?? '';
  const entities = [...content.entities];
  const caption = content.text === '' ? {} : { caption: content.text, caption_entities: entities };
  if (content.kind !== 'text' && hasPlaceholders(content.text)) return null;
  switch (content.kind) {
    case 'text':
      return {
        type: 'article',
        id,
        title: name,
        description: content.text.slice(0, description),
        input_message_content: { message_text: content.text, entities },
      };
    case 'photo':
      return { type: 'photo', id, title: name, photo_file_id: fileId, ...caption };
    case 'video':
      return { type: 'video', id, title: name, video_file_id: fileId, ...caption };
    case 'document':
      return { type: 'document', id, title: name, document_file_id: fileId, ...caption };
    case 'voice':
      return { type: 'voice', id, title: name, voice_file_id: fileId, ...caption };
    case 'audio':
      return { type: 'audio', id, audio_file_id: fileId, ...caption };
    case 'sticker':
      return { type: 'sticker', id, sticker_file_id: fileId };
    case 'animation':
      return { type: 'mpeg4_gif', id, title: name, mpeg4_file_id: fileId, ...caption };
    default:
      return null;
  }
}
