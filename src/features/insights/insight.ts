import type { FanId, UserId } from '#src/core/ids.ts';
import type { Stage } from '#src/features/activity/index.ts';

/** What can be shown, in the order of the buttons. */
export const pictureNames = [
  'messages',
  'fans',
  'answers',
  'hours',
  'stages',
  'top',
  'sources',
  'drafts',
] as const;

/** One picture. */
export type PictureName = (typeof pictureNames)[number];

/**
 * Periods in days, today included, and everything from the first message on. A year is 52 whole weeks, so that its weeks are all
 * alike.
 */
export const periods = [7, 30, 90, 364, 'all'] as const;

/** A period's days, or all there are. */
export type Period = (typeof periods)[number];

/** The days that a picture is about, in the creator's time zone, and the same stretch of time before them. All epoch ms. */
export interface Span {
  readonly days: number;
  /** It begins with the first message. */
  readonly isAll: boolean;
  readonly since: number;
  readonly until: number;
  /**
   * As long before, up to the same time of day, so that a day that is not over is compared with as much of a day. No time at all
   * before the first message.
   */
  readonly before: { readonly since: number; readonly until: number };
  /** Beginnings of the days, and the end of the last. */
  readonly dayStarts: readonly number[];
}

/** How long answers took (ms); null when there were none. */
export interface Waits {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** A fan in the list of those who write most. */
export interface TopFan {
  readonly id: FanId;
  readonly userId: UserId;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
  readonly count: number;
}

/** What became of a draft that somebody saw. `by-hand`: they wrote something of their own instead. */
export const outcomes = ['sent', 'edited', 'dismissed', 'by-hand'] as const;

/** One outcome. */
export type Outcome = (typeof outcomes)[number];

/** How many drafts ended in which way. */
export type Outcomes = Readonly<Record<Outcome, number>>;

/** Where drafts come from: what the creator wrote before, or a model. */
export const draftSources = ['local', 'llm'] as const;

/** One source. */
export type DraftSource = (typeof draftSources)[number];

/** What is read for a picture. */
export type Facts =
  | {
      readonly picture: 'messages';
      /** Messages from fans and to them, by day. */
      readonly from: readonly number[];
      readonly to: readonly number[];
      readonly before: { readonly from: number; readonly to: number };
    }
  | {
      readonly picture: 'fans';
      /** Fans who came, by day. */
      readonly came: readonly number[];
      readonly before: number;
      /** All fans there are. */
      readonly all: number;
    }
  | {
      readonly picture: 'answers';
      readonly bins: readonly Waits[];
      readonly whole: Waits;
      /** Null where it would take too long to find out. */
      readonly before: Waits | null;
    }
  | {
      readonly picture: 'hours';
      /** Messages from fans: seven weekdays from Monday on, each with 24 hours. */
      readonly grid: readonly (readonly number[])[];
    }
  | {
      readonly picture: 'stages';
      readonly stages: readonly {
        readonly stage: Stage;
        readonly count: number;
        /** Of these, fans who came into the stage in the period. */
        readonly entered: number;
      }[];
    }
  | {
      readonly picture: 'top';
      readonly fans: readonly TopFan[];
      /** Messages of all fans. */
      readonly all: number;
    }
  | {
      readonly picture: 'sources';
      /** New fans by source, most first; null: by no tagged link. */
      readonly sources: readonly { readonly source: string | null; readonly count: number }[];
    }
  | {
      readonly picture: 'drafts';
      /** By day or week of their end (`draftBinDays`). */
      readonly bins: readonly Outcomes[];
      readonly bySource: Readonly<Record<DraftSource, Outcomes>>;
      /** Of those that were changed, the middle share of the text that was; null: none was. */
      readonly changed: number | null;
      /** See `savedMs`. */
      readonly savedMs: number;
    };

/** The facts of one picture. */
export type FactsOf<Name extends PictureName> = Extract<Facts, { picture: Name }>;
