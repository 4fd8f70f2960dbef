import { describe, expect, test } from 'vitest';
import type { MessageId } from '#src/core/ids.ts';
import type { StoredMessage } from '#src/features/threads/index.ts';
import { newestChange, newsSince } from './news-since.ts';

const message = (id: number, editedAt: number | null = null, live = false): StoredMessage => ({
  id: id as MessageId,
  threadId: 1 as StoredMessage['threadId'],
  direction: 'in',
  actor: 'fan',
  kind: live ? 'location' : 'text',
  text: 'hello',
  entities: [],
  attachment: live ? { live } : null,
  albumId: null,
  answersMessageId: null,
  delivery: 'delivered',
  mergedInto: null,
  fanReaction: null,
  creatorReaction: null,
  sentAt: 1,
  editedAt,
  deletedAt: null,
});

const seen = { known: 5 as MessageId, changed: 100 };

describe('what somebody has not seen of a fan’s messages', () => {
  test('is nothing where all is as they saw it', () => {
    expect(newsSince([message(4, 100), message(5)], seen)).toEqual({
      messages: [],
      written: false,
      seen,
    });
    expect(newsSince([], seen).seen).toEqual(seen);
  });

  test('is what came later, and what was changed later', () => {
    const [old, changed, fresh] = [message(4), message(5, 101), message(6)];
    expect(newsSince([old, changed], seen)).toEqual({
      messages: [changed],
      written: false,
      seen: { known: 5, changed: 101 },
    });
    expect(newsSince([old, changed, fresh], seen)).toEqual({
      messages: [changed, fresh],
      written: true,
      seen: { known: 6, changed: 101 },
    });
  });

  test('is never a live location that moves', () => {
    expect(newsSince([message(5, 999, true)], seen).messages).toEqual([]);
    expect(newestChange([message(5, 999, true), message(4, 7)])).toBe(7);
  });
});
