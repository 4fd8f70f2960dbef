import type { FanId, UserId } from '#src/core/ids.ts';

/** Whether a fan can be written to: `blocked` is reversible, `gone` is a deleted account. */
export type Reach = 'open' | 'blocked' | 'gone';

/** A person who writes to the creator. */
export interface Fan {
  readonly id: FanId;
  readonly userId: UserId;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
  readonly languageCode: string | null;
  readonly reach: Reach;
  readonly source: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** What Telegram says of a person in an update. */
export interface TelegramPerson {
  readonly id: number;
  readonly first_name: string;
  readonly last_name?: string | undefined;
  readonly username?: string | undefined;
  readonly language_code?: string | undefined;
}
