import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import { createKeyRing } from '#src/storage/key-ring.ts';
import { MasterKey } from '#src/storage/master-key.ts';

const luna = 'tluna' as TenantId;
const rex = 'trex' as TenantId;
const bytes = systemRandom.bytes(32);
const ring = createKeyRing(new MasterKey(bytes), systemRandom);

test('each tenant has a file key of its own that stays the same', () => {
  const ofLuna = ring.newDataKey(luna);
  const ofRex = ring.newDataKey(rex);
  expect(ring.fileKey(luna, ofLuna)).toHaveLength(32);
  expect(ring.fileKey(luna, ofLuna)).toEqual(ring.fileKey(luna, ofLuna));
  expect(ring.fileKey(luna, ofLuna)).not.toEqual(ring.fileKey(rex, ofRex));
});

test("one tenant's wrapped key is of no use to another tenant", () => {
  const ofLuna = ring.newDataKey(luna);
  expect(() => ring.fileKey(rex, ofLuna)).toThrow(
    expect.objectContaining({ code: 'keys.tampered' }),
  );
});

test('a wrapped key that was changed is refused', () => {
  const { keyId, wrapped } = ring.newDataKey(luna);
  const last = wrapped.at(-2) === 'A' ? 'B' : 'A';
  const changed = wrapped.slice(0, -2) + last + wrapped.slice(-1);
  expect(() => ring.fileKey(luna, { keyId, wrapped: changed })).toThrow(
    expect.objectContaining({ code: 'keys.tampered' }),
  );
});

test('another master key is told from a damaged one, by the key id', () => {
  const other = createKeyRing(new MasterKey(systemRandom.bytes(32)), systemRandom);
  expect(other.keyId).not.toBe(ring.keyId);
  expect(() => other.fileKey(luna, ring.newDataKey(luna))).toThrow(
    expect.objectContaining({ code: 'keys.wrong-master-key' }),
  );
});

test('the same master key after a restart opens what was sealed before', () => {
  const key = ring.newDataKey(luna);
  const sealed = ring.sealSecret(luna, key, 'token', '1:secret');
  const restarted = createKeyRing(new MasterKey(bytes), systemRandom);
  expect(restarted.openSecret(luna, key, 'token', sealed)).toBe('1:secret');
});

test('a sealed token cannot be passed off as a webhook secret', () => {
  const key = ring.newDataKey(luna);
  const sealed = ring.sealSecret(luna, key, 'token', '1:secret');
  expect(() => ring.openSecret(luna, key, 'webhook-secret', sealed)).toThrow(
    expect.objectContaining({ code: 'keys.tampered' }),
  );
});

test('printing a master key shows nothing of it', () => {
  const masterKey = new MasterKey(bytes);
  const printed = `${inspect(masterKey)} ${JSON.stringify({ masterKey })}`;
  expect(printed).not.toContain(bytes.toString('hex'));
  expect(printed).not.toContain(bytes.toString('base64'));
  expect(printed).not.toContain(String(bytes[0]));
});
