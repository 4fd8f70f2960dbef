import type { MessageContent } from '#src/features/threads/index.ts';

/** Why content cannot be saved: an album is several messages, other kinds cannot be sent anew. */
export type SaveRefusal = 'album' | 'kind';

const kinds: ReadonlySet<MessageContent['kind']> = new Set([
  'text',
  'photo',
  'video',
  'voice',
  'video_note',
  'audio',
  'document',
  'sticker',
  'animation',
]);

/** Whether content can be saved and sent again by its file_id: null, or why not. */
export function savable(content: MessageContent): SaveRefusal | null {
  if (content.albumId !== null) return 'album';
  if (!kinds.has(content.kind)) return 'kind';
  return content.kind === 'text' || content.attachment?.fileId !== undefined ? null : 'kind';
}
