import { describe, expect, test } from 'vitest';
import type { DraftId, FanId, MessageId, ThreadId } from '#src/core/ids.ts';
import { type DraftTap, readTapData, tapData } from './tap-data.ts';

const id = 999_999_999_999_999 as DraftId;
const known = 999_999_999_999_999 as MessageId;
const changed = 9_999_999_999_999;

describe('the data of a draft’s buttons', () => {
  test.each<Exclude<DraftTap, { do: 'ask' }>>([
    { do: 'send', id, place: 12, known, changed },
    { do: 'edit', id, place: 0, known, changed: 0 },
    { do: 'back', id, known, changed },
    { do: 'another', id, round: 3 },
    { do: 'shorter', id, round: 3 },
    { do: 'warmer', id, round: 3 },
    { do: 'renew', id },
    { do: 'pause', id },
    { do: 'resume', id },
    { do: 'hold', threadId: 999_999_999_999_999 as ThreadId },
    { do: 'free', threadId: 1 as ThreadId },
    { do: 'auto', turn: 'open' },
    { do: 'auto', turn: 'off' },
    { do: 'dismiss', id },
    { do: 'adult', id, upTo: null },
    { do: 'adult', id, upTo: known },
    { do: 'adult-of', fanId: 999_999_999_999_999 as FanId, upTo: null },
    { do: 'adult-of', fanId: 999_999_999_999_999 as FanId, upTo: known },
  ])('is read back as it was written: $do', (tap) => {
    const data = tapData(tap);
    expect(readTapData(data)).toEqual(tap);
    expect(data.length).toBeLessThanOrEqual(64);
  });

  test('is still read where it is from before changes of messages were noticed', () => {
    expect(readTapData('dr:send:1:2:3')).toMatchObject({ do: 'send', known: 3, changed: 0 });
    expect(readTapData('dr:back:1:3')).toMatchObject({ do: 'back', known: 3, changed: 0 });
  });

  test('is nothing when somebody made it up', () => {
    for (const data of [
      'dr:send:1',
      'dr:ask:x',
      'dr:edit:1:2',
      'dr:',
      'dr:back:1:-2',
      're:ask:1',
      'dr:auto:x',
      'dr:hold:x',
      'dr:adult:',
      'dr:adult:1:',
      'dr:adult-of:1:-2',
      'dr:adult-of:1:2:3',
    ]) {
      expect(readTapData(data)).toBeNull();
    }
  });
});
