import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { contentOf } from './content-of.ts';

function message(fields: object): Message {
  return {
    message_id: 1,
    date: 1,
    chat: { id: 1, type: 'private', first_name: 'A' },
    ...fields,
  };
}
const file = { file_id: 'id', file_unique_id: 'unique' };

describe('what a message carries', () => {
  test.each([
    ['text', { text: 'hi' }],
    ['photo', { photo: [file, file] }],
    ['video', { video: file }],
    ['voice', { voice: file }],
    ['video_note', { video_note: file }],
    ['audio', { audio: file }],
    ['document', { document: file }],
    ['sticker', { sticker: { ...file, emoji: '🙂' } }],
    ['animation', { animation: file, document: file }],
    [
      'venue',
      {
        venue: { location: { latitude: 1, longitude: 2 }, title: 'T', address: 'A' },
        location: { latitude: 1, longitude: 2 },
      },
    ],
    ['location', { location: { latitude: 1, longitude: 2 } }],
    ['contact', { contact: { phone_number: '1', first_name: 'B' } }],
    ['poll', { poll: { question: 'Q', options: [{ text: 'a' }] } }],
    ['dice', { dice: { emoji: '🎲', value: 4 } }],
    ['unsupported', { story: {} }],
    ['unsupported', { paid_media: {} }],
  ])('is a %s', (kind, fields) => {
    expect(contentOf(message(fields))?.kind).toBe(kind);
  });

  test('is nothing for what nobody wrote', () => {
    expect(contentOf(message({ new_chat_members: [] }))).toBeNull();
    expect(contentOf(message({ pinned_message: {} }))).toBeNull();
    expect(contentOf(message({ forum_topic_edited: {} }))).toBeNull();
  });

  test('takes the largest photo and the caption with its formatting', () => {
    const entities = [{ type: 'bold', offset: 0, length: 2 }];
    const content = contentOf(
      message({
        photo: [
          { ...file, file_id: 'small' },
          { ...file, file_id: 'large' },
        ],
        caption: 'hi',
        caption_entities: entities,
        has_media_spoiler: true,
        media_group_id: '77',
      }),
    );
    expect(content).toEqual({
      kind: 'photo',
      text: 'hi',
      entities,
      attachment: { fileId: 'large', fileUniqueId: 'unique', spoiler: true },
      albumId: '77',
    });
  });
});
