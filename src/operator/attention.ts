import type { JobId, OutboxId, StoredUpdateId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import {
  retryAllUndelivered,
  retryUndelivered,
  settleUndelivered,
  undelivered,
  type Undelivered,
} from '#src/features/threads/index.ts';
import { dropJob, failedJobs, retryJob } from '#src/jobs/job-queries.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import {
  dropUpdate,
  parkedUpdates,
  retryParked,
  retryUpdate,
} from '#src/telegram/ingest/parked-updates.ts';
import type { ChangeOptions } from './change-outcome.ts';
import { notUsable } from './claim-link.ts';
import { findLiveTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** One thing that needs a person. Never what was written, nor by whom. */
export interface AttentionItem {
  /** `u` and a number: a parked update; `m`: a fan's message that did not reach the desk; `r`: a reply; `j`: a job. */
  readonly id: string;
  /** Type of the update, `relay`, `reply`, or the kind of the job. */
  readonly kind: string;
  readonly state: 'parked' | 'failed' | 'unknown';
  /** Code of the last error, or why Telegram did not take it. */
  readonly reason: string;
  /** Tries of an update or job; null for what was sent. */
  readonly attempts: number | null;
  /** When the update came, or the sending or job was given up; ISO 8601. */
  readonly since: string;
  readonly ageSeconds: number;
  /** Whether `--retry-all` takes it along: not what may have arrived, nor what would be refused again. */
  readonly inRetryAll: boolean;
}

/** What needs a person at one tenant, and what was done about it. */
export interface ShownAttention {
  readonly ok: true;
  readonly slug: string;
  readonly dryRun: boolean;
  /** How many are (or in a dry run would be) retried. */
  readonly retried: number;
  readonly dropped: number;
  /** What is left afterwards. */
  readonly items: readonly AttentionItem[];
}

/** What an operator wants done; nothing of it only lists. */
export interface AttentionWish extends ChangeOptions {
  readonly retry?: readonly string[] | undefined;
  readonly retryAll?: boolean | undefined;
  readonly drop?: readonly string[] | undefined;
}

type Target =
  | { readonly what: 'update'; readonly id: StoredUpdateId }
  | { readonly what: 'job'; readonly id: JobId }
  | { readonly what: Undelivered; readonly id: OutboxId };

/**
 * Lists what needs a person, and retries or drops it. All of one command is one transaction of the tenant's file: an
 * unknown id changes nothing. A running server hears of it by the tenant's revision in the control file.
 */
export async function attendTo(
  tools: Pick<OperatorTools, 'control' | 'store' | 'clock'>,
  slug: string,
  wish: AttentionWish = {},
): Promise<ShownAttention | OperatorRefusal> {
  const { control, store, clock } = tools;
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { tenantId } = found.record;
  const retry = parseTargets(wish.retry ?? []);
  const drop = parseTargets(wish.drop ?? []);
  const wrong = [...retry.wrong, ...drop.wrong][0];
  if (wrong !== undefined) return refusal('invalid-row', { id: wrong });
  try {
    const wanted = retry.targets.length + drop.targets.length > 0 || wish.retryAll === true;
    const done =
      wanted && !wish.dryRun
        ? await store.transact(tenantId, (tx) => attend(tx, slug, { retry, drop }, wish, tools))
        : await store.read(tenantId, (reader) =>
            foresee(reader, slug, { retry, drop }, wish, clock.now()),
          );
    if (done.ok && done.retried + done.dropped > 0 && !done.dryRun) {
      await tellServer(tools, found.record, `${done.retried} retried, ${done.dropped} dropped`);
    }
    return done;
  } catch (error) {
    if (error instanceof NotThere) return refusal('no-such-row', { slug, id: error.id });
    return await notUsable(control, slug, error);
  }
}

/** Leaves the transaction without a trace. */
class NotThere extends Error {
  readonly id: string;

  constructor(id: string) {
    super(`there is no row ${id}`);
    this.id = id;
  }
}

interface Targets {
  readonly retry: { readonly targets: readonly Target[] };
  readonly drop: { readonly targets: readonly Target[] };
}

async function attend(
  tx: Tx,
  slug: string,
  { retry, drop }: Targets,
  wish: AttentionWish,
  services: Pick<Services, 'clock'>,
): Promise<ShownAttention> {
  let retried = 0;
  let dropped = 0;
  for (const target of retry.targets) {
    if (!(await retryOne(tx, target, services))) throw new NotThere(idOf(target));
    retried += 1;
  }
  for (const target of drop.targets) {
    if (!(await dropOne(tx, target, services))) throw new NotThere(idOf(target));
    dropped += 1;
  }
  if (wish.retryAll) {
    retried += await retryParked(tx);
    retried += await retryAllUndelivered(tx, 'relay', services);
    retried += await retryAllUndelivered(tx, 'reply', services);
    for (const { id } of await failedJobs(tx)) {
      if (await retryJob(tx, id, services.clock.now())) retried += 1;
    }
  }
  const items = await itemsOf(tx, services.clock.now());
  return { ok: true, slug, dryRun: false, retried, dropped, items };
}

/** What `attend` would do; with no wish this is the plain list. */
async function foresee(
  reader: Reader,
  slug: string,
  { retry, drop }: Targets,
  wish: AttentionWish,
  now: number,
): Promise<ShownAttention> {
  const items = await itemsOf(reader, now);
  const known = new Set(items.map(({ id }) => id));
  const targets = [...retry.targets, ...drop.targets].map(idOf);
  const missing = targets.find((id) => !known.has(id));
  if (missing !== undefined) throw new NotThere(missing);
  const single = new Set(retry.targets.map(idOf));
  const dropping = new Set(drop.targets.map(idOf));
  const retried = items.filter(
    ({ id, inRetryAll }) => single.has(id) || (wish.retryAll && inRetryAll && !dropping.has(id)),
  );
  return {
    ok: true,
    slug,
    dryRun: wish.dryRun ?? false,
    retried: retried.length,
    dropped: dropping.size,
    items,
  };
}

async function itemsOf(reader: Reader, now: number): Promise<AttentionItem[]> {
  const all = { limit: -1, offset: 0 };
  const age = (at: number) => ({
    since: new Date(at).toISOString(),
    ageSeconds: Math.max(0, Math.round((now - at) / 1000)),
  });
  const updates = await parkedUpdates(reader, all);
  const jobs = await failedJobs(reader);
  const sent: AttentionItem[] = [];
  for (const kind of ['relay', 'reply'] as const) {
    for (const { rowId, unknown, reason, endedAt, canRetry } of await undelivered(
      reader,
      kind,
      all,
    )) {
      sent.push({
        id: idOf({ what: kind, id: rowId }),
        kind,
        state: unknown ? 'unknown' : 'failed',
        reason,
        attempts: null,
        ...age(endedAt),
        inRetryAll: canRetry && (kind === 'relay' || !unknown),
      });
    }
  }
  return [
    ...updates.map(
      ({ id, kind, error, attempts, receivedAt }): AttentionItem => ({
        id: idOf({ what: 'update', id }),
        kind,
        state: 'parked',
        reason: error,
        attempts,
        ...age(receivedAt),
        inRetryAll: true,
      }),
    ),
    ...sent,
    ...jobs.map(
      ({ id, kind, error, attempts, failedAt }): AttentionItem => ({
        id: idOf({ what: 'job', id }),
        kind,
        state: 'failed',
        reason: error,
        attempts,
        ...age(failedAt),
        inRetryAll: true,
      }),
    ),
  ];
}

async function retryOne(
  tx: Tx,
  target: Target,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  if (target.what === 'update') return await retryUpdate(tx, target.id);
  if (target.what === 'job') return await retryJob(tx, target.id, services.clock.now());
  return await retryUndelivered(tx, target.what, target.id, services);
}

async function dropOne(
  tx: Tx,
  target: Target,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  if (target.what === 'update') return await dropUpdate(tx, target.id, services.clock.now());
  if (target.what === 'job') return await dropJob(tx, target.id);
  return await settleUndelivered(tx, target.what, target.id, services);
}

/** A change of the record, even an empty one, wakes the tenant in a running server within a second or two. */
async function tellServer(
  { control }: Pick<OperatorTools, 'control'>,
  { tenantId }: TenantRecord,
  detail: string,
): Promise<void> {
  await control.change(tenantId, {});
  await control.recordAct('attend', tenantId, detail);
}

const letters = { update: 'u', relay: 'm', reply: 'r', job: 'j' } as const;

function idOf({ what, id }: Target): string {
  return `${letters[what]}${id}`;
}

function parseTargets(ids: readonly string[]): { targets: Target[]; wrong: string[] } {
  const targets: Target[] = [];
  const wrong: string[] = [];
  for (const id of new Set(ids)) {
    const match = /^([umrj])(\d{1,15})$/.exec(id);
    const number = Number(match?.[2]);
    if (match?.[1] === 'u') targets.push({ what: 'update', id: number as StoredUpdateId });
    else if (match?.[1] === 'm') targets.push({ what: 'relay', id: number as OutboxId });
    else if (match?.[1] === 'r') targets.push({ what: 'reply', id: number as OutboxId });
    else if (match?.[1] === 'j') targets.push({ what: 'job', id: number as JobId });
    else wrong.push(id);
  }
  return { targets, wrong };
}
