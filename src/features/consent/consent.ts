import type { Actor } from '#src/core/actor.ts';
import type { UserId } from '#src/core/ids.ts';

/** What the creator agreed to: that these providers get what drafts need. */
export interface Consent {
  /** In alphabetical order. */
  readonly providers: readonly string[];
  /** Which text they read; see `consentTextVersion`. */
  readonly textVersion: number;
  /** Epoch ms. */
  readonly givenAt: number;
  readonly givenBy: UserId;
}

/** A consent as it is written down, ended or not. */
export interface WrittenConsent extends Consent {
  readonly purpose: 'ai-drafts';
  readonly actor: Actor;
  /** Epoch ms; null: it has not ended. */
  readonly endedAt: number | null;
  /** `replaced`: by another consent. */
  readonly endedHow: 'withdrawn' | 'replaced' | null;
}

/** Why a consent that was given does not hold. */
export type Lapse = 'other-providers' | 'other-text' | 'other-owner';

/** How it stands with AI drafts. `not-configured`: there is no provider to agree to. */
export type ConsentStanding =
  | { readonly state: 'on'; readonly consent: Consent }
  | { readonly state: 'off' }
  | { readonly state: 'lapsed'; readonly why: Lapse; readonly consent: Consent }
  | { readonly state: 'not-configured' };
