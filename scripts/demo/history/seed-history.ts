import type { FanId, TenantId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { fanById } from '#src/features/fans/index.ts';
import { catchUp } from '#src/features/search/index.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { type PlannedFan, planHistory } from './plan-history.ts';
import { writeFacts } from './write-facts.ts';
import { writePersona } from './write-persona.ts';
import { writeReplies } from './write-replies.ts';
import { writeTalk } from './write-talk.ts';

/** Texts indexed in one step. */
const atOnce = 5_000;

/** The history that the demo shows: some three hundred fans in half a year. */
export const demoHistory = { fans: 300, days: 182, seed: 20 } as const;

/** What `seedHistory` needs. */
export interface HistoryOptions {
  readonly tenantId: TenantId;
  /** Who answered the fans. */
  readonly creatorId: number;
  readonly services: Services;
  /** Gives a fan an account that exists at Telegram, and its id. */
  readonly join: (fan: PlannedFan) => number;
  /** How much to make up; `demoHistory` unless given. */
  readonly size?: { readonly fans: number; readonly days: number; readonly seed: number };
}

/**
 * Gives a tenant that has no fan yet fans and a history, up to now by the clock of the services. All in one transaction:
 * it is there as a whole or not at all, and a tenant that has it stays as it is. Nothing is sent. Returns how many fans
 * came.
 */
export async function seedHistory(store: TenantStore, options: HistoryOptions): Promise<number> {
  const { tenantId, services, size = demoHistory } = options;
  const by = { author: options.creatorId as UserId, services };
  return await store.transact(tenantId, async (tx) => {
    // Ids begin with 1 and are never given twice.
    if (await fanById(tx, 1 as FanId)) return 0;
    const planned = planHistory({ ...size, now: services.clock.now() });
    const accounts = planned.map((fan) => ({ fan, userId: options.join(fan) as UserId }));
    const known = await writeTalk(tx, accounts, by);
    await writeFacts(tx, known, by);
    await writeReplies(tx, by.author, services);
    await writePersona(tx, by.author, services);
    while (!(await catchUp(tx, services, atOnce)));
    return known.length;
  });
}
