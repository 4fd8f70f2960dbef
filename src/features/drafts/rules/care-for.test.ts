import { describe, expect, test } from 'vitest';
import type { MessageId } from '#src/core/ids.ts';
import { careFor, countedRisk } from './care-for.ts';

const distress = 'I want to kill myself';

describe('before anything is drafted', () => {
  test('care is asked for by what is at hand, however long ago it was said', () => {
    expect(careFor({ texts: ['hello'], atHand: [] })).toBeNull();
    expect(careFor({ texts: ['hello'], atHand: ['possible-minor'] })).toBe('possible-minor');
    expect(careFor({ texts: ['hello'], atHand: ['spending', 'possible-minor'] })).toBe(
      'possible-minor',
    );
  });

  test('distress counts in what is to be answered, and comes first', () => {
    expect(careFor({ texts: ['hello'], atHand: ['distress'] })).toBeNull();
    expect(careFor({ texts: [distress], atHand: ['distress', 'possible-minor'] })).toBe('distress');
  });

  test('an age counts only where it is at hand: a person may have said otherwise', () => {
    expect(careFor({ texts: ['i am 14'], atHand: [] })).toBeNull();
  });
});

test('of a minor that a model sees nothing counts up to where a person said otherwise', () => {
  const [messageId, older, newer] = [5 as MessageId, 4 as MessageId, 6 as MessageId];
  const risk = ['minor', 'distress'] as const;
  expect(countedRisk(risk, { messageId, adultUpTo: null })).toEqual(risk);
  expect(countedRisk(risk, { messageId, adultUpTo: older })).toEqual(risk);
  expect(countedRisk(risk, { messageId, adultUpTo: messageId })).toEqual(['distress']);
  expect(countedRisk(risk, { messageId, adultUpTo: newer })).toEqual(['distress']);
});
