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

/** What tenant ids are made of; the end of a new one is in the first 16 of them. */
export const tenantIdLetters = '0123456789abcdefghijklmnopqrstuvwxyz-';

/** The number of the share that a tenant falls to: the end of its id, its last two letters as a number, divided. */
export function shareOf(tenantId: TenantId, of: number): number {
  const letter = (fromEnd: number) => tenantIdLetters.indexOf(tenantId.at(-fromEnd) ?? '');
  return (16 * letter(2) + letter(1)) % of;
}

/** The end of a new tenant's id is below this: two hex digits. */
const endsBelow = 256;

/**
 * The end for the next tenant's id, given how many tenants have each end: of two halves, quarters, eighths and so on it falls to the one
 * that has the fewest. So shares in such numbers stay even, whoever comes and goes.
 */
export function endOfFewest(taken: ReadonlyMap<number, number>): number {
  let end = 0;
  let among = [...taken];
  for (let bit = 1; bit < endsBelow; bit *= 2) {
    const zeros = among.filter(([number]) => (number & bit) === 0);
    const ones = among.filter(([number]) => (number & bit) !== 0);
    const takesOne = tenantsIn(ones) < tenantsIn(zeros);
    if (takesOne) end += bit;
    among = takesOne ? ones : zeros;
  }
  return end;
}

function tenantsIn(half: readonly (readonly [end: number, tenants: number])[]): number {
  return half.reduce((sum, [, tenants]) => sum + tenants, 0);
}

/** Whether a tenant is of this share. */
export function isOf({ number, of }: Share, tenantId: TenantId): boolean {
  return shareOf(tenantId, of) === number;
}
