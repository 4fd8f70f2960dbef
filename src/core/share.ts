import type { TenantId } from '#src/core/ids.ts';

/** A share of the tenants: those whom `shareOf` gives this number. */
export interface Share {
  /** From 0 on. */
  readonly number: number;
  /** How many shares there are. */
  readonly of: number;
}

/** The one share of a process that does not divide its tenants. */
export const allTenants: Share = { number: 0, of: 1 };

/** What tenant ids are made of. The end of a new one is random, in the first 16 of them. */
export const tenantIdLetters = '0123456789abcdefghijklmnopqrstuvwxyz-';

/** The number of the share that a tenant falls to: the end of its id as a number, divided. */
export function shareOf(tenantId: TenantId, of: number): number {
  const letter = (fromEnd: number) => tenantIdLetters.indexOf(tenantId.at(-fromEnd) ?? '');
  return (16 * letter(2) + letter(1)) % of;
}

/** Whether a tenant is of this share. */
export function isOf({ number, of }: Share, tenantId: TenantId): boolean {
  return shareOf(tenantId, of) === number;
}
