import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import type { Random } from '#src/core/random.ts';

const nonceBytes = 12;
const tagBytes = 16;
const version = 'v1.';

/**
 * Encrypts with AES-256-GCM under a fresh random 96-bit nonce. `context` is authenticated but not stored: whoever
 * opens must name the same one. The answer is `v1.` and base64url of nonce, ciphertext and tag. A KeyObject never prints its
 * bytes, and costs half of what bytes do, which Node makes into one for each call.
 */
export function seal(key: KeyObject, plain: Uint8Array, context: string, random: Random): string {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const parts = [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return version + Buffer.concat(parts).toString('base64url');
}

/** Opens what `seal` made; undefined when key, context or a single bit of the text is not the same. */
export function unseal(key: KeyObject, sealed: string, context: string): Buffer | undefined {
  if (!sealed.startsWith(version)) return undefined;
  const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    const plain = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
