import { createHash, createSecretKey } from 'node:crypto';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Random } from '#src/core/random.ts';
import { deriveKey, type MasterKey } from '#src/storage/master-key.ts';
import { seal, unseal } from '#src/storage/seal.ts';

/** A tenant's data key as the control file keeps it. */
export interface WrappedKey {
  /** Which master key wrapped it. */
  readonly keyId: string;
  readonly wrapped: string;
}

/** Which secret a sealed text holds; part of what is authenticated. */
type SecretPurpose = 'token' | 'webhook-secret';

/**
 * The keys of one installation. The master key wraps one random data key for each tenant; from that come the key of
 * the tenant's file and the key that seals the tenant's secrets. Destroy the wrapped data key and all of it is noise.
 */
export interface KeyRing {
  /** Names the master key without telling anything about it: 16 hex digits. */
  readonly keyId: string;
  /** Key of the control file. */
  controlKey(): Buffer;
  /** Key of the journal of arrivals. */
  arrivalsKey(): Buffer;
  /** Makes and wraps a fresh data key. */
  newDataKey(tenantId: TenantId): WrappedKey;
  /** Key of the tenant's file. Throws `keys.wrong-master-key` or `keys.tampered`. */
  fileKey(tenantId: TenantId, wrapped: WrappedKey): Buffer;
  /** Seals a short secret for one tenant and one purpose. Throws like `fileKey`. */
  sealSecret(
    tenantId: TenantId,
    wrapped: WrappedKey,
    purpose: SecretPurpose,
    secret: string,
  ): string;
  /** Opens what `sealSecret` made. Throws like `fileKey`. */
  openSecret(
    tenantId: TenantId,
    wrapped: WrappedKey,
    purpose: SecretPurpose,
    sealed: string,
  ): string;
}

/** The key ring under one master key. */
export function createKeyRing(masterKey: MasterKey, random: Random): KeyRing {
  const wrappingKey = createSecretKey(masterKey.derive('wrap'));
  const keyId = createHash('sha256').update(masterKey.derive('key id')).digest('hex').slice(0, 16);

  function unwrap(tenantId: TenantId, { keyId: wrappedBy, wrapped }: WrappedKey): Buffer {
    if (wrappedBy !== keyId) {
      throw new AppError(
        'keys.wrong-master-key',
        'permanent',
        `The key of tenant ${tenantId} was wrapped by master key ${wrappedBy}, but ${keyId} is in use. Give the master key of that time.`,
      );
    }
    return unseal(wrappingKey, wrapped, context(tenantId, 'data-key')) ?? throwTampered(tenantId);
  }

  return {
    keyId,
    controlKey: () => masterKey.derive('control'),
    arrivalsKey: () => masterKey.derive('arrivals'),
    newDataKey: (tenantId) => ({
      keyId,
      wrapped: seal(wrappingKey, random.bytes(32), context(tenantId, 'data-key'), random),
    }),
    fileKey: (tenantId, wrapped) => deriveKey(unwrap(tenantId, wrapped), 'file'),
    sealSecret(tenantId, wrapped, purpose, secret) {
      const key = createSecretKey(deriveKey(unwrap(tenantId, wrapped), 'secrets'));
      return seal(key, Buffer.from(secret), context(tenantId, purpose), random);
    },
    openSecret(tenantId, wrapped, purpose, sealed) {
      const key = createSecretKey(deriveKey(unwrap(tenantId, wrapped), 'secrets'));
      const secret = unseal(key, sealed, context(tenantId, purpose)) ?? throwTampered(tenantId);
      return secret.toString();
    },
  };
}

function context(tenantId: TenantId, purpose: SecretPurpose | 'data-key'): string {
  return `v1|${tenantId}|${purpose}`;
}

function throwTampered(tenantId: TenantId): never {
  throw new AppError(
    'keys.tampered',
    'permanent',
    `A key or secret of tenant ${tenantId} was changed from outside. Restore the control file from a backup.`,
  );
}
