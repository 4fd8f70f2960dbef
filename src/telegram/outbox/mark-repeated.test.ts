import { expect, test } from 'vitest';
import { markRepeated } from '#src/telegram/outbox/mark-repeated.ts';

const words = 'may be a repeat';

test('the mark stands in front of a text, whose formatting stays where it was', () => {
  const call = {
    method: 'sendMessage',
    payload: { chat_id: 1, text: 'Not sent', entities: [{ type: 'bold', offset: 0, length: 3 }] },
  };
  expect(markRepeated(call, words).payload).toEqual({
    chat_id: 1,
    text: 'may be a repeat\nNot sent',
    entities: [
      { type: 'italic', offset: 0, length: 15 },
      { type: 'bold', offset: 16, length: 3 },
    ],
  });
});

test('a file gets it as its caption, or in front of it', () => {
  const file = { method: 'sendDocument', payload: { document: 'id' } };
  expect(markRepeated(file, words).payload['caption']).toBe('may be a repeat');
  const named = { method: 'sendPhoto', payload: { photo: 'id', caption: 'September' } };
  expect(markRepeated(named, words).payload['caption']).toBe('may be a repeat\nSeptember');
});

test('of an album the first part gets it', () => {
  const media = [{ media: 'a', caption: 'Us' }, { media: 'b' }];
  expect(markRepeated({ method: 'sendMediaGroup', payload: { media } }, words).payload).toEqual({
    media: [
      {
        media: 'a',
        caption: 'may be a repeat\nUs',
        caption_entities: [{ type: 'italic', offset: 0, length: 15 }],
      },
      { media: 'b' },
    ],
  });
});

test.each([
  ['a copy, whose caption is that of another message', 'copyMessage', { message_id: 5 }],
  ['what has no words', 'sendSticker', { sticker: 'id' }],
  ['a text that fills a message', 'sendMessage', { text: 'x'.repeat(4096) }],
])('%s stays as it is', (_, method, payload) => {
  const call = { method, payload };
  expect(markRepeated(call, words)).toEqual(call);
});
