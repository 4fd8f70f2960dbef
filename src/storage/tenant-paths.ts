import { join } from 'node:path';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Random } from '#src/core/random.ts';

const tenantIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** A fresh tenant id: `t` and 128 random bits as hex, the same on file systems that fold case. */
export function newTenantId(random: Random): TenantId {
  return `t${random.bytes(16).toString('hex')}` as TenantId;
}

/** The folder of a tenant's files, from its id and never from a name a person chose. Throws on an id that is no plain word. */
export function tenantFolder(dir: string, tenantId: TenantId): string {
  if (!tenantIdPattern.test(tenantId)) {
    throw new AppError('storage.bad-tenant-id', 'bug', 'A tenant id must be a plain word.');
  }
  return join(dir, tenantId);
}

/** The tenant's encrypted file. */
export function tenantFilePath(dir: string, tenantId: TenantId): string {
  return join(tenantFolder(dir, tenantId), 'crm.db');
}

/** The folder of the control file and the server's lock. */
export function controlFolder(dir: string): string {
  return join(dir, '_control');
}

/** The control file. Whether it exists decides if a new master key may be made. */
export function controlFilePath(dir: string): string {
  return join(controlFolder(dir), 'control.db');
}

/** The journal of what has arrived and is not in its tenant's file yet. */
export function arrivalsFilePath(dir: string): string {
  return join(controlFolder(dir), 'arrivals.db');
}
