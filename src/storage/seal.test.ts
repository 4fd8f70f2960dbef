import { createSecretKey } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemRandom } from '#src/core/random.ts';
import { seal, unseal } from '#src/storage/seal.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((k) => createSecretKey(k));
const bytes = fc.uint8Array({ maxLength: 200 });

test('what was sealed opens again with the same key and context', () => {
  fc.assert(
    fc.property(key, bytes, fc.string(), (k, plain, context) => {
      const opened = unseal(k, seal(k, plain, context, systemRandom), context);
      expect(opened).toEqual(Buffer.from(plain));
    }),
  );
});

test('another context does not open it', () => {
  fc.assert(
    fc.property(key, bytes, fc.string(), fc.string(), (k, plain, context, other) => {
      fc.pre(context !== other);
      expect(unseal(k, seal(k, plain, context, systemRandom), other)).toBeUndefined();
    }),
  );
});

test('another key does not open it', () => {
  fc.assert(
    fc.property(key, key, bytes, (k, other, plain) => {
      fc.pre(!k.equals(other));
      expect(unseal(other, seal(k, plain, 'c', systemRandom), 'c')).toBeUndefined();
    }),
  );
});

test('one flipped bit anywhere is noticed', () => {
  fc.assert(
    fc.property(key, bytes, fc.nat(), fc.nat(7), (k, plain, where, bit) => {
      const sealed = Buffer.from(seal(k, plain, 'c', systemRandom).slice(3), 'base64url');
      const index = where % sealed.length;
      sealed.writeUInt8(sealed.readUInt8(index) ^ (1 << bit), index);
      expect(unseal(k, `v1.${sealed.toString('base64url')}`, 'c')).toBeUndefined();
    }),
  );
});

test('text that was never sealed does not open', () => {
  fc.assert(
    fc.property(key, fc.string(), (k, text) => {
      expect(unseal(k, text, 'c')).toBeUndefined();
      expect(unseal(k, `v1.${text}`, 'c')).toBeUndefined();
    }),
  );
});

test('sealing the same thing twice gives different texts', () => {
  const k = createSecretKey(systemRandom.bytes(32));
  const plain = Buffer.from('same');
  expect(seal(k, plain, 'c', systemRandom)).not.toBe(seal(k, plain, 'c', systemRandom));
});
