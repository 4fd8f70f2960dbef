import type { TenantId, UserId } from '#src/core/ids.ts';
import type { Result } from '#src/core/result.ts';

/** Whose account page it is. */
export interface AccountHolder {
  readonly tenantId: TenantId;
  readonly userId: UserId;
}

/** A link or a session that is to be stored: the hash of its secret, and until when it holds (epoch ms). */
export interface AccountSecret {
  /** SHA-256 in hex; the secret itself is stored nowhere. */
  readonly hash: string;
  readonly expiresAt: number;
}

/** A link that was made. */
export interface KnownAccountLink extends AccountHolder {
  readonly state: 'open' | 'used' | 'expired';
}

/** Why a link opens nothing. `unknown`: made up, or forgotten since. */
export type AccountLinkRefusal = 'unknown' | 'used' | 'expired';

/**
 * Links to the account page and the sessions that they open, in the control file. Both end when their tenant is suspended,
 * deleted or gone; that the holder still owns the tenant is for the caller to see.
 */
export interface AccountBook {
  /** Stores a new link, and forgets those that ended a day ago. */
  addLink(holder: AccountHolder, link: AccountSecret): Promise<void>;
  /** Whose link it is, also of one that is used or expired; changes nothing. */
  linkOf(hash: string): Promise<KnownAccountLink | null>;
  /** Uses the link up and begins a session, in one transaction: of two that try, one succeeds. */
  openSession(
    linkHash: string,
    session: AccountSecret,
  ): Promise<Result<{ readonly holder: AccountHolder }, AccountLinkRefusal>>;
  /** Whose session it is; null: there is none, or it is over. */
  sessionOf(hash: string): Promise<AccountHolder | null>;
  endSession(hash: string): Promise<void>;
}
