/**
 * Ranks of a subscription's status: what counts most is least. Stripe may add words (open enum): a status that we do not know
 * may well be a live one, so it stands before those that give nothing.
 */
const ranks: Readonly<Record<string, number>> = {
  trialing: 0,
  active: 0,
  past_due: 1,
  paused: 3,
  unpaid: 4,
  incomplete: 5,
  canceled: 6,
  incomplete_expired: 7,
};
const rankOfUnknown = 2;

/** How much a subscription of this status counts; less is more. */
export function rankOf(status: string): number {
  return ranks[status] ?? rankOfUnknown;
}

/** Whether we know what this status means. */
export function isKnownStatus(status: string): boolean {
  return status in ranks;
}

/** Whether money moves for it, so that there may be only one. */
export function isRunning(status: string): boolean {
  return rankOf(status) <= 1;
}

/** Whether it stands in the way of another: Stripe counts it as a subscription that goes on. */
export function isLive(status: string): boolean {
  return rankOf(status) <= 4;
}

/** Whether it is over for good. */
export function isOver(status: string): boolean {
  return rankOf(status) >= 6;
}

/** Whether a subscription goes on in some way: neither its word nor a time says that it has ended. */
export function isAlive({
  status,
  endedAt,
}: {
  readonly status: string;
  readonly endedAt: number | null;
}): boolean {
  return !isOver(status) && endedAt === null;
}

const overDisputes = new Set(['won', 'lost', 'prevented', 'warning_closed']);

/** Whether a dispute is still undecided; a status that we do not know is. */
export function isOpenDispute(status: string): boolean {
  return !overDisputes.has(status);
}
