import type { WebhookAnswer, WebhookRequest } from '#src/telegram/ingest/webhook.ts';

/**
 * What works for a share of the tenants: their files, bots, outboxes and due work. Shards know nothing of each other and
 * have only the control file in common, which each has opened for itself as scripts do. A shard is
 *
 * - opened: everything is there, nothing runs;
 * - started: it handles, sends and polls; webhooks of its tenants are taken by it and by no other;
 * - stopped: what was under way has ended or was left for the next start, and its files are closed.
 */
export interface Shard {
  /**
   * Takes up its tenants. Resolves when all their webhooks would be answered. `serverUrl`: where the server listens, for links to
   * pages. Throws an AppError.
   */
  start(serverUrl: string): Promise<void>;
  /** Takes an update of one of its tenants; 200 only after it is committed. */
  handleWebhook(request: WebhookRequest): Promise<WebhookAnswer>;
  /** Resolves once its event loop turns: at once, unless it is held up. */
  ping(): Promise<void>;
  stop(): Promise<void>;
}
