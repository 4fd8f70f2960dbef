import type { Share } from '#src/core/share.ts';
import type { WebhookAnswer, WebhookRequest } from '#src/telegram/ingest/webhook.ts';
import type { Config } from '../config.ts';

/** The settings, less where the master key is: what stands there may be read once only. */
export type ShardConfig = Omit<Config, 'masterKey'>;

/** What a shard's thread begins with. */
export interface ShardStart {
  readonly config: ShardConfig;
  /** Overwritten once it is taken up. */
  readonly masterKey: Uint8Array;
  readonly share: Share;
}

/** A webhook on its way to its shard; calls are numbered. */
export interface PassedWebhook {
  readonly call: number;
  readonly request: WebhookRequest;
}

/** How it is answered. */
export interface PassedAnswer {
  readonly call: number;
  readonly answer: WebhookAnswer;
}

/** What the first thread says to a shard's. Webhooks of one turn of the event loop go together. */
export type ShardOrder =
  | { readonly do: 'start'; readonly serverUrl: string }
  | { readonly do: 'take'; readonly webhooks: readonly PassedWebhook[] }
  | { readonly do: 'ping' }
  | { readonly do: 'stop' };

/** What a shard's thread says. An error that nobody took ends the thread and is its `error` event. */
export type ShardWord =
  | { readonly said: 'opened' | 'started' | 'pong' | 'stopped' }
  | { readonly said: 'hooks'; readonly paths: readonly string[] }
  | { readonly said: 'answers'; readonly answers: readonly PassedAnswer[] };
