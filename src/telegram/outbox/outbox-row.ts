import type { ChatId, OutboxId } from '#src/core/ids.ts';

/** Whom a call concerns: it decides what happens when the answer is lost. */
export type Audience = 'fan' | 'desk' | 'bot';

/** Replies go before relays, relays before broadcasts. */
export const priority = { reply: 0, relay: 1, broadcast: 2 } as const;

/** 0 reply, 1 relay, 2 broadcast. */
export type Priority = (typeof priority)[keyof typeof priority];

/** A Bot API call: method and JSON parameters. Files travel as file_id, or as what `attachFile` gave, never as bytes. */
export interface ApiCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A row as kinds see it. */
export interface OutboxRow extends ApiCall {
  readonly id: OutboxId;
  readonly kind: string;
  readonly ref: Readonly<Record<string, unknown>>;
  readonly lane: string;
  readonly chatId: ChatId | null;
  readonly audience: Audience;
  readonly priority: Priority;
  readonly attempts: number;
  /** An earlier try may have taken effect: at the desk, say so. */
  readonly repeated: boolean;
  readonly createdAt: number;
  /** When its turn came for the first time (epoch ms); null when it has not. */
  readonly claimedAt: number | null;
}

/** What a feature enqueues. Defaults: kind `call`, lane the chat, priority reply. */
export interface NewOutboxRow extends ApiCall {
  readonly audience: Audience;
  readonly chatId: ChatId | null;
  readonly kind?: string;
  readonly ref?: Readonly<Record<string, unknown>>;
  readonly lane?: string;
  readonly priority?: Priority;
  readonly notBefore?: number;
  readonly expiresAt?: number;
}
