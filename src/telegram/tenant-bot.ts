import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { ControlStore, TenantRecord, TenantSecrets } from '#src/storage/control-store.ts';
import { checkToken, createApi } from '#src/telegram/api-client.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { HandlingScope } from '#src/telegram/ingest/handle-update.ts';
import type { IngestGate } from '#src/telegram/ingest/ingest-gate.ts';
import { type Poller, startPoller } from '#src/telegram/ingest/poller.ts';
import { digestSecret, type Hook } from '#src/telegram/ingest/webhook.ts';
import {
  registerWebhook,
  removeWebhook,
  webhookUrlOf,
} from '#src/telegram/ingest/webhook-registration.ts';
import type { Limiter } from '#src/telegram/limiter.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';
import type { Fetch } from '#src/telegram/pooled-fetch.ts';

/** What every tenant's bot works with. */
export interface TenantBotParts {
  readonly control: ControlStore;
  readonly services: Services;
  readonly gate: IngestGate;
  readonly apiRoot: string;
  /** In place of HTTP (see `TelegramOptions`). */
  readonly fetch: Fetch | undefined;
  /** Webhooks are registered below this URL; null: bots are polled. */
  readonly publicUrl: string | null;
  readonly webhookMaxConnections: number;
  readonly pollTimeoutSeconds: number;
  /** Hears of the webhook before it is registered, of every change, and of its end. */
  onHook(path: string, hook: Hook | null): void;
  /** Bounds the registrations under way at one time. */
  readonly limit: Limiter;
  /** The bot may handle and send (again). */
  onReady(): void;
}

/**
 * One tenant's bot, following its record:
 *
 * - active: takes updates (polling or webhook), handles and sends;
 * - suspended or quarantined: polling stops, its webhook answers 503 so that Telegram keeps updates (up to 24 hours),
 *   nothing is handled or sent;
 * - deleted: its webhook is taken away;
 * - disconnected (401): no polling and no sending until there is another token; what is stored is still handled.
 *
 * Changes are applied one after another; one that fails is tried again, and concerns nobody else.
 */
export class TenantBot {
  readonly #parts: TenantBotParts;
  #record: TenantRecord;
  #me: UserFromGetMe | null = null;
  #secrets: TenantSecrets | null = null;
  #api: Api | null = null;
  #poller: Poller | null = null;
  #hook: Hook | null = null;
  /** When Telegram refused the token; null while it is good. */
  #refusedAt: number | null = null;
  #registered = false;
  #failures = 0;
  #closed = false;
  #cancelRetry: (() => void) | null = null;
  #work: Promise<void> = Promise.resolve();
  readonly #known = Promise.withResolvers<void>();

  constructor(record: TenantRecord, parts: TenantBotParts) {
    this.#record = record;
    this.#parts = parts;
  }

  get record(): TenantRecord {
    return this.#record;
  }

  get polling(): boolean {
    return this.#poller !== null;
  }

  /** Whether its updates are handled. */
  get active(): boolean {
    return this.#record.state === 'active' && this.#record.quarantine === null;
  }

  /** Whose updates are handled; undefined while they must wait. */
  get scope(): HandlingScope | undefined {
    if (!this.active) return undefined;
    this.#me ??= JSON.parse(this.#record.botInfo) as UserFromGetMe;
    return { tenant: this.#record, me: this.#me };
  }

  /** The client to send with; undefined while nothing may be sent. */
  get api(): Api | undefined {
    if (!this.active || this.#refusedAt !== null || !this.#secrets) return undefined;
    const { apiRoot, fetch } = this.#parts;
    this.#api ??= createApi({ token: this.#secrets.token, apiRoot, fetch });
    return this.#api;
  }

  /** Resolves once its secrets are read and its webhook, if it has one, would be answered. */
  get known(): Promise<void> {
    return this.#known.promise;
  }

  /** The tenant's record has changed. */
  follow(record: TenantRecord): Promise<void> {
    this.#record = record;
    this.#me = null;
    return this.#enqueue();
  }

  /** Telegram refused the token: stands still until there is another. */
  refuse(): void {
    if (this.#refusedAt !== null) return;
    this.#refusedAt = this.#parts.services.clock.now();
    this.#setConnection('disconnected');
    void this.#stopPolling();
  }

  /** Takes no more updates. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelRetry?.();
    if (this.#hook) this.#tellHook({ ...this.#hook, open: false });
    await this.#stopPolling();
    await this.#work;
  }

  #enqueue(): Promise<void> {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#work = this.#work.then(() => this.#applySafely());
    return this.#work;
  }

  async #applySafely(): Promise<void> {
    if (this.#closed) return;
    try {
      await this.#apply();
    } catch (error) {
      this.#retryLater({ code: errorCode(error) });
    } finally {
      this.#known.resolve();
    }
  }

  async #apply(): Promise<void> {
    const record = this.#record;
    if (record.state === 'deleted') {
      this.#tellHook(null);
      this.#known.resolve();
      await this.#stopPolling();
      await this.#retractWebhook();
      return;
    }
    const isNew = await this.#readSecrets();
    this.#openHook();
    this.#known.resolve();
    if (!this.active) {
      await this.#stopPolling();
      return;
    }
    const good = await this.#tokenIsGood(isNew);
    // Without a good token nothing is sent, but what is stored is handled.
    this.#parts.onReady();
    if (!good) return;
    if (this.#parts.publicUrl === null) this.#startPolling();
    else this.#registerInBackground(this.#parts.publicUrl);
  }

  /** Reads token and webhook secret; true when the token is another than before. */
  async #readSecrets(): Promise<boolean> {
    const before = this.#secrets;
    const secrets = await this.#parts.control.secretsOf(this.#record.tenantId);
    this.#secrets = secrets;
    if (before && before.webhookSecret !== secrets.webhookSecret) this.#registered = false;
    const isNew = before?.token !== secrets.token;
    if (!isNew) return false;
    this.#api = null;
    if (before) {
      await this.#stopPolling();
      this.#registered = false;
      this.#refusedAt = null;
    } else this.#registered = true;
    return true;
  }

  /** After a 401 only another token, or an operator who says so, makes it worth asking again. */
  async #tokenIsGood(isNew: boolean): Promise<boolean> {
    const { connection, connectionAt } = this.#record;
    if (this.#refusedAt !== null) {
      if (connection === 'disconnected' || (connectionAt ?? 0) <= this.#refusedAt) return false;
      this.#refusedAt = null;
    }
    if (!isNew || connection !== 'disconnected' || !this.#secrets) return true;
    const checked = await checkToken(this.#parts.apiRoot, this.#secrets.token, this.#parts.fetch);
    if (checked.ok) this.#setConnection('ok');
    else if (checked.reason === 'refused') {
      this.#refusedAt = this.#parts.services.clock.now();
      return false;
    }
    return true;
  }

  #openHook(): void {
    if (this.#parts.publicUrl === null || !this.#secrets) return;
    const { tenantId, botId } = this.#record;
    const secretDigest = digestSecret(this.#secrets.webhookSecret);
    this.#tellHook({ tenantId, botId, secretDigest, open: this.active });
  }

  #tellHook(hook: Hook | null): void {
    this.#hook = hook;
    this.#parts.onHook(this.#record.webhookPath, hook);
  }

  #startPolling(): void {
    if (this.#poller || this.#closed || !this.#secrets) return;
    const { apiRoot, fetch, gate, services, pollTimeoutSeconds } = this.#parts;
    // Telegram holds a poll for its whole time; the client waits a little longer.
    const timeoutMs = (pollTimeoutSeconds + 15) * 1000;
    this.#poller = startPoller({
      tenant: this.#record,
      api: createApi({ token: this.#secrets.token, apiRoot, timeoutMs, fetch }),
      gate,
      services,
      timeoutSeconds: pollTimeoutSeconds,
      onConnection: (connection) =>
        connection === 'disconnected' ? this.refuse() : this.#setConnection(connection),
      onWebhookRemoved: () => this.#change({ webhookUrl: null }),
    });
  }

  async #stopPolling(): Promise<void> {
    const poller = this.#poller;
    this.#poller = null;
    await poller?.stop();
  }

  #registerInBackground(publicUrl: string): void {
    const url = webhookUrlOf(publicUrl, this.#record.webhookPath);
    if (this.#registered && this.#record.webhookUrl === url) return;
    void this.#parts
      .limit(() => this.#register(url))
      .catch((error: unknown) => {
        this.#retryLater({ code: errorCode(error) });
      });
  }

  async #register(url: string): Promise<void> {
    const { api, active } = this;
    if (!api || !active || this.#closed || !this.#secrets) return;
    const answer = await registerWebhook(api, {
      url,
      secret: this.#secrets.webhookSecret,
      maxConnections: this.#parts.webhookMaxConnections,
    });
    if (answer.outcome === 'unauthorized') this.refuse();
    else if (answer.outcome === 'ok') {
      this.#registered = true;
      this.#failures = 0;
      this.#parts.services.log.info('telegram.webhook_set', { tenantId: this.#record.tenantId });
      await this.#parts.control.change(this.#record.tenantId, { webhookUrl: url });
      this.#setConnection('ok');
    } else {
      const description =
        answer.outcome === 'refused' ? answer.failure.description : answer.outcome;
      this.#retryLater({ code: 'webhook-not-set', description });
    }
  }

  /** A deleted tenant's bot gets no more updates from us; its token is still there until the tenant is purged. */
  async #retractWebhook(): Promise<void> {
    const { tenantId, webhookUrl, purgeAt } = this.#record;
    const purged = purgeAt !== null && purgeAt <= this.#parts.services.clock.now();
    if (webhookUrl === null || purged) return;
    const { token } = await this.#parts.control.secretsOf(tenantId);
    const { apiRoot, fetch } = this.#parts;
    const api = createApi({ token, apiRoot, fetch });
    const answer = await removeWebhook(api);
    if (answer.outcome === 'ok' || answer.outcome === 'unauthorized') {
      await this.#parts.control.change(tenantId, { webhookUrl: null });
    } else this.#retryLater({ code: 'webhook-not-removed', description: answer.outcome });
  }

  #setConnection(connection: TenantRecord['connection']): void {
    if (this.#record.connection === connection) return;
    const connectionAt = this.#parts.services.clock.now();
    // At once, so that the next answer does not write it again before the change has come round.
    this.#record = { ...this.#record, connection, connectionAt };
    this.#parts.services.log.warn('telegram.connection', {
      tenantId: this.#record.tenantId,
      connection,
    });
    this.#change({ connection, connectionAt });
  }

  #change(change: Parameters<ControlStore['change']>[1]): void {
    const { control, services } = this.#parts;
    control.change(this.#record.tenantId, change).catch((error: unknown) => {
      services.log.error('telegram.record_not_changed', {
        tenantId: this.#record.tenantId,
        code: errorCode(error),
      });
    });
  }

  #retryLater(fields: { code: string; description?: string }): void {
    const { clock, random, log } = this.#parts.services;
    this.#failures += 1;
    const waitMs = backoffMs(this.#failures, fraction(random));
    log.error('telegram.bot_not_set_up', { tenantId: this.#record.tenantId, ...fields, waitMs });
    if (this.#closed) return;
    this.#cancelRetry?.();
    this.#cancelRetry = clock.after(waitMs, () => void this.#enqueue());
  }
}
