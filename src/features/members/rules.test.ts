import type { Update, User } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { hashOfSecret, personOf } from '#src/features/members/rules.ts';

const ana: User = { id: 7, is_bot: false, first_name: 'Ana' };
const group = { id: -100, type: 'supergroup' as const, title: 'Desk' };

/** A message of this person in a group, perhaps sent in the name of a chat. */
function message(from: User, senderChat?: typeof group): Update {
  const base = { message_id: 1, date: 0, chat: group, from, text: 'hi' };
  return {
    update_id: 1,
    message: senderChat ? { ...base, sender_chat: senderChat } : base,
  };
}

describe('the person behind an update', () => {
  test('is whoever sent it', () => {
    expect(personOf(message(ana), ana)).toBe(7);
  });

  test('is nobody for an anonymous admin or a channel, who come with a stand-in', () => {
    expect(personOf(message(ana, group), ana)).toBeUndefined();
  });

  test('is nobody for another bot or when there is no sender', () => {
    expect(personOf(message({ ...ana, is_bot: true }), { ...ana, is_bot: true })).toBeUndefined();
    expect(personOf({ update_id: 1 }, undefined)).toBeUndefined();
  });

  test('is whoever tapped, also below a message that a chat sent', () => {
    const tapped = message(ana, group).message;
    const update = {
      update_id: 1,
      callback_query: { id: '1', from: ana, chat_instance: '1', message: tapped, data: 'x' },
    } as Update;
    expect(personOf(update, ana)).toBe(7);
  });
});

test('a stored claim link does not tell its secret', () => {
  const secret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  expect(hashOfSecret(secret)).not.toContain(secret);
  expect(hashOfSecret(secret)).toHaveLength(43);
});
