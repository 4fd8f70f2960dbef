import type { MessageEntity } from 'grammy/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { StoredMessage } from '../message.ts';
import { mergedMessage, messagesToMerge } from './merge-texts.ts';

function text(id: number, words: string, more: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id: id as MessageId,
    threadId: 1 as ThreadId,
    direction: 'in',
    actor: 'fan',
    kind: 'text',
    text: words,
    entities: [],
    attachment: null,
    albumId: null,
    answersMessageId: null,
    delivery: 'queued',
    mergedInto: null,
    fanReaction: null,
    creatorReaction: null,
    sentAt: 0,
    editedAt: null,
    deletedAt: null,
    ...more,
  };
}

describe('texts of one fan that go as one relay', () => {
  test('are those right behind the first, up to one that must go alone', () => {
    const photo = text(3, '', { kind: 'photo' });
    const answer = text(3, 'yes', { answersMessageId: 1 as MessageId });
    for (const alone of [photo, answer]) {
      const taken = messagesToMerge(text(1, 'a'), [text(2, 'b'), alone, text(4, 'c')], 3);
      expect(taken.map((message) => message.id)).toEqual([2]);
    }
    expect(messagesToMerge(photo, [text(4, 'c')], 3)).toEqual([]);
  });

  test('become paragraphs whose formatting stays on its words', () => {
    const bold: MessageEntity = { type: 'bold', offset: 2, length: 2 };
    const merged = mergedMessage(text(1, 'one'), [text(2, 'a bb', { entities: [bold] })]);
    expect(merged.text).toBe('one\n\na bb');
    expect(merged.entities).toEqual([{ ...bold, offset: 7 }]);
    expect(merged.id).toBe(1);
  });

  test('always fit into one text with the name, and keep their order', () => {
    const words = fc.string({ minLength: 1, maxLength: 900 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 20 }), fc.nat(48), (first, rest, name) => {
        const root = text(1, first);
        const taken = messagesToMerge(
          root,
          rest.map((each, index) => text(index + 2, each)),
          name,
        );
        const merged = mergedMessage(root, taken);
        if (taken.length > 0) expect(merged.text.length + name).toBeLessThanOrEqual(4_000);
        expect(merged.text).toBe([first, ...rest.slice(0, taken.length)].join('\n\n'));
      }),
    );
  });

  test('have no more formatted places than Telegram keeps', () => {
    const entities = Array.from({ length: 40 }, (_, index) => ({
      type: 'bold' as const,
      offset: index,
      length: 1,
    }));
    const long = (id: number) => text(id, 'x'.repeat(40), { entities });
    expect(messagesToMerge(long(1), [long(2), long(3)], 3)).toHaveLength(1);
  });
});
