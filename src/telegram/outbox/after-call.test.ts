import { describe, expect, test } from 'vitest';
import { afterCall, type EndedCall } from '#src/telegram/outbox/after-call.ts';
import { isSafeToRepeat } from '#src/telegram/outbox/safe-to-repeat.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

const now = 5_000_000_000;
const dayMs = 86_400_000;
const lost: SendOutcome = { outcome: 'unknown', description: 'ECONNRESET' };
const broken: SendOutcome = { outcome: 'transient', code: 500, description: 'Internal' };
const after = (call: Partial<EndedCall>, outcome: SendOutcome) =>
  afterCall(
    {
      method: 'sendMessage',
      audience: 'fan',
      step: 'call',
      attempts: 0,
      firstTriedAt: now,
      ...call,
    },
    outcome,
    now,
    0.5,
  );

describe('a lost answer', () => {
  test('to a fan is for a person to decide', () => {
    expect(after({}, lost)).toMatchObject({ then: 'ask', failure: { reason: 'unknown' } });
    expect(after({ method: 'copyMessage' }, lost).then).toBe('ask');
  });

  test('at the desk is sent again and marked', () => {
    expect(after({ audience: 'desk' }, lost)).toMatchObject({ then: 'queue', repeated: true });
  });

  test.each(['editMessageText', 'deleteMessage', 'setMessageReaction', 'answerCallbackQuery'])(
    'of %s is asked for again, whoever sees it',
    (method) => {
      expect(after({ method }, lost).then).toBe('queue');
    },
  );

  test('of a call that only prepares is asked for again', () => {
    expect(after({ method: 'createForumTopic', step: 'prelude' }, lost).then).toBe('queue');
  });
});

describe('trouble', () => {
  test('makes a row wait, longer each time', () => {
    expect(after({}, broken)).toMatchObject({
      then: 'queue',
      notBefore: now + 1_000,
      counts: true,
    });
    expect(after({ attempts: 3 }, broken)).toMatchObject({ notBefore: now + 8_000 });
  });

  test('is given up after a day of tries', () => {
    const old = { attempts: 1_000, firstTriedAt: now - dayMs - 1 };
    expect(after(old, broken)).toMatchObject({ then: 'fail', failure: { reason: 'gave-up' } });
  });

  test('is not given up after one try, however long ago that was', () => {
    expect(after({ attempts: 1, firstTriedAt: now - 10 * dayMs }, broken).then).toBe('queue');
  });
});

test('a 429 costs no try', () => {
  const flood: SendOutcome = { outcome: 'flood', retryAfterMs: 9_000 };
  expect(after({}, flood)).toEqual({
    then: 'queue',
    notBefore: now + 9_000,
    counts: false,
    repeated: false,
  });
});

test('what shows a person something new is never safe to repeat', () => {
  const unsafe = ['sendMessage', 'sendPhoto', 'sendMediaGroup', 'copyMessage', 'copyMessages'];
  for (const method of [...unsafe, 'forwardMessage', 'createForumTopic', 'sendPoll']) {
    expect(isSafeToRepeat(method)).toBe(false);
  }
});
