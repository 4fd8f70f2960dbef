import type { Share } from '#src/core/share.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { Hook } from '#src/telegram/ingest/webhook.ts';
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

/** A webhook by its path; null where there is none any more. */
export type ToldHook = readonly [path: string, hook: Hook | null];

/** What the first thread says to a shard's. Arrivals of one turn of the event loop go together. */
export type ShardOrder =
  | { readonly do: 'start'; readonly serverUrl: string }
  | { readonly do: 'take'; readonly arrivals: readonly Arrival[] }
  | { readonly do: 'ping' }
  | { readonly do: 'stop' };

/** What a shard's thread says. An error that nobody took ends the thread and is its `error` event. */
export type ShardWord =
  | { readonly said: 'opened' | 'started' | 'pong' | 'stopped' }
  | { readonly said: 'hooks'; readonly hooks: readonly ToldHook[] }
  | { readonly said: 'kept'; readonly seqs: readonly number[] };
