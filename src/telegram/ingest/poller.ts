import type { Api } from 'grammy';
import type { Services } from '#src/core/services.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { callApi } from '#src/telegram/api-client.ts';
import { errorCode } from '#src/core/error-code.ts';
import { allowedUpdates } from '#src/telegram/ingest/allowed-updates.ts';
import type { IngestGate } from '#src/telegram/ingest/ingest-gate.ts';
import { removeWebhook } from '#src/telegram/ingest/webhook-registration.ts';
import { asUpdate, type RawUpdate } from '#src/telegram/ingest/update-kind.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** What one bot's poller works with. */
export interface PollerParts {
  readonly tenant: Pick<TenantRecord, 'tenantId' | 'botId'>;
  /** A client whose time limit is longer than one poll. */
  readonly api: Api;
  readonly gate: IngestGate;
  readonly services: Services;
  /** How long Telegram holds a poll that has nothing to give (at most 50 s in its source). */
  readonly timeoutSeconds: number;
  /** Polling stands (`ok`), another program takes this bot's updates (`conflict`), or the token was refused. */
  onConnection(connection: 'ok' | 'conflict' | 'disconnected'): void;
  /** A webhook was found and taken away, because a bot with a webhook cannot be polled. */
  onWebhookRemoved(): void;
}

/** A running poller. */
export interface Poller {
  /** Ends the poll under way and resolves when the loop has ended. */
  stop(): Promise<void>;
}

/** Wait after the n-th 409 in a row, in ms: 30 s, growing to 5 minutes. */
function conflictWaitMs(times: number): number {
  return Math.min(300_000, 30_000 * times);
}

/**
 * Polls one bot for its updates. The offset moves only after the commit: Telegram forgets an update when the next poll
 * asks for what follows it. States: clear the way (no webhook may be set) -> poll -> store -> poll …; any failure waits
 * and begins anew; a refused token ends the loop.
 */
export function startPoller(parts: PollerParts): Poller {
  const { clock, random, log } = parts.services;
  const fields = { tenantId: parts.tenant.tenantId, bot: parts.tenant.botId };
  const abort = new AbortController();
  let wakeUp: (() => void) | null = null;
  let offset = 0;
  let failures = 0;
  let conflicts = 0;

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (abort.signal.aborted) {
        resolve();
        return;
      }
      const cancel = clock.after(ms, resolve);
      wakeUp = () => {
        cancel();
        resolve();
      };
    });

  /** Takes any webhook away; its pending updates stay and come by polling. */
  const clearTheWay = async (): Promise<SendOutcome> => {
    const info = await callApi(parts.api, 'getWebhookInfo', {}, abort.signal);
    if (info.outcome !== 'ok' || !(info.result as { url?: string }).url) return info;
    const gone = await removeWebhook(parts.api);
    if (gone.outcome === 'ok') {
      log.info('telegram.webhook_removed', fields);
      parts.onWebhookRemoved();
    }
    return gone;
  };

  const poll = (): Promise<SendOutcome> =>
    callApi(
      parts.api,
      'getUpdates',
      {
        ...(offset === 0 ? {} : { offset }),
        limit: 100,
        timeout: parts.timeoutSeconds,
        allowed_updates: allowedUpdates,
      },
      abort.signal,
    );

  const store = async (result: unknown): Promise<void> => {
    const updates = (result as unknown[]).map(asUpdate).filter((update) => update !== undefined);
    if (updates.length === 0) {
      // Everything is confirmed. After a quiet week ids start anew, maybe lower: an old offset would pass them over.
      offset = 0;
      return;
    }
    await parts.gate.add(parts.tenant.tenantId, parts.tenant.botId, updates);
    offset = nextOffset(updates);
  };

  /** What to do after a call that did not go well; false ends the loop. */
  const recoverFrom = async (
    outcome: Exclude<SendOutcome, { outcome: 'ok' }>,
  ): Promise<boolean> => {
    if (outcome.outcome === 'unauthorized') {
      log.warn('telegram.unauthorized', fields);
      parts.onConnection('disconnected');
      return false;
    }
    if (outcome.outcome === 'refused' && outcome.failure.code === 409) {
      conflicts += 1;
      log.warn('telegram.conflict', { ...fields, description: outcome.failure.description });
      parts.onConnection('conflict');
      await wait(conflictWaitMs(conflicts));
      return true;
    }
    failures += 1;
    const waitMs =
      outcome.outcome === 'flood' ? outcome.retryAfterMs : backoffMs(failures, fraction(random));
    log.warn('telegram.poll_failed', { ...fields, ...describe(outcome), waitMs });
    await wait(waitMs);
    return true;
  };

  const run = async (): Promise<void> => {
    let clear = false;
    while (!abort.signal.aborted) {
      const outcome: SendOutcome = clear ? await poll() : await clearTheWay();
      if (abort.signal.aborted) return;
      if (outcome.outcome !== 'ok') {
        // Another program may have set a webhook: the way is cleared again after a conflict.
        clear = clear && !(outcome.outcome === 'refused' && outcome.failure.code === 409);
        if (!(await recoverFrom(outcome))) return;
        continue;
      }
      if (!clear) {
        clear = true;
        continue;
      }
      conflicts = 0;
      if (offset > 0) parts.services.crashPoints?.reach('update-acknowledged');
      parts.onConnection('ok');
      try {
        await store(outcome.result);
        failures = 0;
      } catch (error) {
        failures += 1;
        const waitMs = backoffMs(failures, fraction(random));
        log.warn('telegram.updates_not_stored', { ...fields, code: errorCode(error), waitMs });
        await wait(waitMs);
      }
    }
  };

  const running = run();
  return {
    stop() {
      abort.abort();
      wakeUp?.();
      return running;
    },
  };
}

/** Asking from here on confirms this batch. */
function nextOffset(updates: readonly RawUpdate[]): number {
  return Math.max(...updates.map((update) => update.update_id)) + 1;
}

function describe(outcome: Exclude<SendOutcome, { outcome: 'ok' }>) {
  if (outcome.outcome === 'refused') {
    return { code: outcome.failure.code, description: outcome.failure.description };
  }
  return 'description' in outcome ? { description: outcome.description } : {};
}
