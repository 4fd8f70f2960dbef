import { hash, timingSafeEqual } from 'node:crypto';
import type { BotId, TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { Intake } from '#src/telegram/ingest/intake.ts';
import { asUpdate } from '#src/telegram/ingest/update-kind.ts';

/** One request to `/hook/<path>`, stripped of its HTTP framework. */
export interface WebhookRequest {
  /** The opaque id in the URL. */
  readonly path: string;
  /** Header X-Telegram-Bot-Api-Secret-Token. */
  readonly secret: string | undefined;
  /** The body as text. */
  readonly body: string;
}

/** What to answer. `retryAfter` (seconds) goes into the Retry-After header, which Telegram honours. */
export interface WebhookAnswer {
  readonly status: 200 | 400 | 401 | 413 | 503;
  readonly retryAfter?: number;
}

/** What is known of a registered webhook. */
export interface Hook {
  readonly tenantId: TenantId;
  readonly botId: BotId;
  readonly secretDigest: Uint8Array;
  /** False while the tenant is suspended or quarantined: Telegram then keeps its updates, for up to 24 hours. */
  readonly open: boolean;
}

/** Larger than any update (a message has 4096 characters, a rich one about 32 k). */
const maxBodyBytes = 1_000_000;

/** SHA-256 of a webhook secret; comparing digests takes the same time whatever was sent. */
export function digestSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/**
 * Makes the handler of webhook requests. 200 only after the update has arrived (see Intake). An unknown path and a wrong secret
 * get the same 401 after the same work. A storage error, too much that waits, and a closed hook get 503, so that Telegram delivers again.
 */
export function createWebhookHandler(parts: {
  hooks: ReadonlyMap<string, Hook>;
  intake: Pick<Intake, 'add'>;
  log: Log;
}): (request: WebhookRequest) => Promise<WebhookAnswer> {
  const nobody = digestSecret('no such hook');
  return async ({ path, secret, body }) => {
    const hook = parts.hooks.get(path);
    const same = timingSafeEqual(digestSecret(secret ?? ''), hook?.secretDigest ?? nobody);
    if (!hook || !same || secret === undefined) return { status: 401 };
    if (Buffer.byteLength(body) > maxBodyBytes) return { status: 413 };
    const update = asUpdate(parse(body));
    if (!update) return { status: 400 };
    if (!hook.open) return { status: 503, retryAfter: 60 };
    try {
      await parts.intake.add(hook.tenantId, hook.botId, body);
      return { status: 200 };
    } catch (error) {
      parts.log.warn('telegram.update_not_stored', {
        tenantId: hook.tenantId,
        update: update.update_id,
        code: errorCode(error),
      });
      return { status: 503, retryAfter: 5 };
    }
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
