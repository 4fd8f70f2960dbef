import { hkdfSync } from 'node:crypto';
import { inspect } from 'node:util';

/** How long the master key is, in bytes. */
export const masterKeyBytes = 32;

/**
 * The installation's one secret. Its bytes never leave this object: what is needed is derived with HKDF-SHA256
 * (RFC 5869), one key for each purpose, and printing it shows nothing.
 */
export class MasterKey {
  readonly #bytes: Buffer;

  /** `bytes` must be 32 unpredictable bytes; other lengths throw a RangeError. */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== masterKeyBytes) throw new RangeError('a master key has 32 bytes');
    this.#bytes = Buffer.from(bytes);
  }

  /** The 32-byte key for one purpose. */
  derive(purpose: string): Buffer {
    return deriveKey(this.#bytes, purpose);
  }

  /** A copy for another thread of this process, which makes a MasterKey of it and overwrites it. */
  copy(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  toJSON(): string {
    return '[master key]';
  }

  [inspect.custom](): string {
    return '[master key]';
  }
}

/** HKDF-SHA256 of a key for one purpose: 32 bytes. */
export function deriveKey(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, 'fanline v1', purpose, 32));
}
