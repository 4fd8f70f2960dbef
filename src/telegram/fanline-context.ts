import { Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Api } from 'grammy';
import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';

/** Who sent an update, as this tenant knows them. Everybody who is no creator or member is a fan. */
export type Sender =
  | { readonly role: 'creator' | 'member'; readonly userId: UserId }
  | { readonly role: 'fan'; readonly userId: UserId }
  /** No person: an anonymous admin, a channel, or an update without a sender. */
  | { readonly role: 'nobody' };

/** A question that the bot asked at the desk and that a message answers. */
export interface Prompt {
  /** Which question of which feature, as `memory-note`. */
  readonly kind: string;
  /** Ids of what it is about; never a text of a person. */
  readonly ref: Readonly<Record<string, unknown>>;
}

/**
 * The context of one update: grammY's, with the tenant and the open transaction. A handler runs inside that
 * transaction, so it must not call Telegram: `ctx.api` and everything built on it throws. What must leave is enqueued
 * (see `say`, `answerTap` and `enqueue`); it leaves after the commit, together with the update's done mark.
 */
export class FanlineContext extends Context {
  readonly tenant: TenantRecord;
  readonly tx: Tx;
  readonly services: Services;
  /** Set by the first middleware (members). */
  sender: Sender = { role: 'nobody' };
  /** The question that this message of the creator's or a member's answers; set by the feature prompts. */
  prompt: Prompt | undefined;
  /** The translator for the sender's language; set by the first middleware. */
  t: Translate;

  constructor(
    update: Update,
    api: Api,
    me: UserFromGetMe,
    scope: { tenant: TenantRecord; tx: Tx; services: Services },
  ) {
    super(update, api, me);
    this.tenant = scope.tenant;
    this.tx = scope.tx;
    this.services = scope.services;
    this.t = scope.services.texts.for(null);
  }
}
