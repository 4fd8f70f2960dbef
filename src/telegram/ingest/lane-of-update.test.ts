import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laneOfUpdate, lanesHeldBy } from '#src/telegram/ingest/lane-of-update.ts';
import { asUpdate, updateKind } from '#src/telegram/ingest/update-kind.ts';

const chat = { id: -1005, type: 'supergroup' };
const inTopic = { message_id: 1, chat, is_topic_message: true, message_thread_id: 7 };

describe('the lane of an update', () => {
  test('a message in a private chat goes by its chat', () => {
    expect(laneOfUpdate({ update_id: 1, message: { message_id: 1, chat: { id: 42 } } })).toBe('42');
  });

  test('a message in a forum topic goes by chat and topic', () => {
    expect(laneOfUpdate({ update_id: 1, message: inTopic })).toBe('-1005/7');
  });

  test('an edit goes with its message', () => {
    expect(laneOfUpdate({ update_id: 1, edited_message: inTopic })).toBe('-1005/7');
  });

  test('a chain of replies outside forums is no topic', () => {
    const message = { message_id: 1, chat, message_thread_id: 7 };
    expect(laneOfUpdate({ update_id: 1, message })).toBe('-1005');
  });

  test('a tap goes by the message it stands under', () => {
    const callback_query = { id: 'q', from: { id: 9 }, message: inTopic };
    expect(laneOfUpdate({ update_id: 1, callback_query })).toBe('-1005/7');
  });

  test('a tap without a message belongs to no chat', () => {
    expect(laneOfUpdate({ update_id: 1, callback_query: { id: 'q', from: { id: 9 } } })).toBe(
      'bot',
    );
  });

  test('a reaction waits for every lane of its chat', () => {
    expect(laneOfUpdate({ update_id: 1, message_reaction: { chat, message_id: 1 } })).toBe(
      '-1005/*',
    );
    expect(lanesHeldBy('-1005/7')).toContain('-1005/*');
    expect(lanesHeldBy('-1005')).toContain('-1005/*');
    expect(lanesHeldBy('-1005/*')).toEqual(['-1005/*']);
  });

  test('a block goes by its chat', () => {
    expect(laneOfUpdate({ update_id: 1, my_chat_member: { chat: { id: 42 } } })).toBe('42');
  });

  test('whatever comes has a lane and a kind', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.integer(), (rest, update_id) => {
        const update = { ...rest, update_id };
        expect(laneOfUpdate(update)).toMatch(/^(bot|-?\d+(\/(-?\d+|\*))?)$/);
        expect(updateKind(update)).toMatch(/^[a-z_]{1,64}$/);
      }),
    );
  });
});

describe('an update', () => {
  test.each([null, 1, 'x', [], {}, { update_id: '1' }, { update_id: 1.5 }])(
    'is not %j',
    (value) => {
      expect(asUpdate(value)).toBeUndefined();
    },
  );
});
