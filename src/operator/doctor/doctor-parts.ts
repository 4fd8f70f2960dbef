import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import type { Result } from '#src/core/result.ts';
import type { ProviderLook } from '#src/llm/look-at-providers.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { MasterKeySource } from '#src/storage/load-master-key.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { StripeLook } from '#src/stripe/look-at-stripe.ts';
import type { BotLook } from '#src/telegram/look-at-bot.ts';

/** What the doctor looks at, and with what. */
export interface DoctorParts {
  readonly dir: string;
  readonly masterKey: MasterKeySource;
  /** Null: bots are polled. */
  readonly publicUrl: string | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Asks Telegram how a bot stands. */
  lookAtBot(token: string): Promise<Result<BotLook, 'refused' | 'unreachable'>>;
  /** Asks the configured providers of language models for their models; none configured: nothing. */
  lookAtProviders(): Promise<readonly ProviderLook[]>;
  /** Configured models whose price is not known, as they stand in the settings. */
  readonly unpricedModels: readonly string[];
  /** Asks Stripe how prices, portal and endpoint stand; null: there is no key. */
  lookAtStripe(): Promise<StripeLook | null>;
  /** Whether there is a key, and a webhook secret beside it. */
  readonly stripe: 'off' | 'no-webhook-secret' | 'on';
  /** What time it is at Telegram (epoch ms), if it can be had. */
  serverTime(): Promise<number | undefined>;
}

/** How thorough it is. */
export interface DoctorWish {
  /** Reads every page of every file. */
  readonly deep?: boolean | undefined;
  /** Asks nobody outside this machine. */
  readonly offline?: boolean | undefined;
  /** Follows the work. */
  onProgress?(what: 'files' | 'bots', done: number, total: number): void;
}

/** What the checks of one run share. */
export interface DoctorScope {
  readonly parts: DoctorParts;
  readonly storage: Storage;
  readonly records: readonly TenantRecord[];
  readonly serverRuns: boolean;
  readonly wish: DoctorWish;
}
