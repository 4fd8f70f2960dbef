import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionIds, readStartPayload, readTap, tapData } from '#src/features/settings/rules.ts';
import { guessTimeZones } from '#src/features/preferences/index.ts';

describe('the payload of /start', () => {
  test('a claim link brings its secret', () => {
    expect(readStartPayload('claim_abc-DEF_1')).toEqual({ kind: 'claim', secret: 'abc-DEF_1' });
  });

  test('a source link brings its source', () => {
    expect(readStartPayload('src_instagram')).toEqual({ kind: 'source', source: 'instagram' });
  });

  test('anything else means nothing, and nothing breaks it', () => {
    for (const payload of [
      '',
      'src_',
      'bizChat42',
      'src_a b',
      'claim_<b>',
      `src_${'a'.repeat(61)}`,
    ]) {
      expect([payload, readStartPayload(payload)]).toEqual([payload, { kind: 'none' }]);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (payload) => {
        const read = readStartPayload(payload);
        if (read.kind === 'source') expect(read.source).toMatch(/^[A-Za-z0-9_-]{1,60}$/);
        if (read.kind === 'claim') expect(read.secret).toMatch(/^[A-Za-z0-9_-]{0,58}$/);
      }),
    );
  });
});

describe('callback data', () => {
  test('is read back as it was written, within 64 bytes', () => {
    const zones = ['de', 'es', 'en'].flatMap((language) => guessTimeZones(language));
    for (const of of [...questionIds, 'menu' as const]) {
      for (const value of ['es', '-skip', 'America/Argentina/ComodRivadavia', ...zones]) {
        const data = tapData(of, value);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(readTap(data)).toEqual({ of, value });
      }
    }
  });

  test('what somebody made up is not read', () => {
    for (const data of [
      'set:',
      'set:owner:1',
      'set:zone:',
      'set:zone:a b',
      'x',
      `set:menu:${'a'.repeat(60)}`,
    ]) {
      expect(readTap(data)).toBeUndefined();
    }
  });
});
