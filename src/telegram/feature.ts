import type { Composer } from 'grammy';
import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import type { FloodPace } from '#src/telegram/outbox/pacing.ts';

/** What a feature gives to the app. Its index.ts exports one of these. */
export interface Feature {
  readonly name: string;
  /** Handlers, tried in the order of the app's feature list; call `next()` for what is not yours. */
  readonly handlers?: Composer<FanlineContext>;
  /** For the desk alone: what fans write passes it by. Taps and inline queries do not: anybody can send any of those. */
  readonly forDesk?: true;
  readonly outboxKinds?: readonly OutboxKind[];
  readonly hooks?: FeatureHooks;
}

/** What the sender tells features, inside its transaction, before the row's own kind hears of it. */
export interface FeatureHooks {
  /** A group became a supergroup: every stored id of the old chat must be rewritten. */
  chatMigrated?(tx: Tx, from: ChatId, to: ChatId, services: Services): Promise<void>;
  /** Words for what may be at the desk already, since the answer to an earlier try was lost. */
  repeatMark?(tx: Tx, services: Services): Promise<string>;
  /** Telegram asked for a slower pace in this chat (429). */
  chatFlooded?(tx: Tx, chatId: ChatId, pace: FloodPace, services: Services): Promise<void>;
  /** A person cannot be reached any more (`blocked`, reversible; `gone`, final). */
  personUnreachable?(
    tx: Tx,
    chatId: ChatId,
    reach: 'blocked' | 'gone',
    services: Services,
  ): Promise<void>;
}
