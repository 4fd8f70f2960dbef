import type { Translate } from '#src/core/texts.ts';
import type { CareKind } from '#src/features/drafts/index.ts';
import type { Fan } from '#src/features/fans/index.ts';

/** What a card tells of a fan. Texts of people come as they were written; the card makes them fit. */
export interface CardFacts {
  readonly fan: Fan;
  /** Whether the fan keeps their messages away from AI providers. */
  readonly optedOut: boolean;
  /** What asks for care (`careAtHand`). */
  readonly care: ReadonlySet<CareKind>;
  readonly counts: { readonly in: number; readonly out: number };
  /** Since when the fan waits for an answer (epoch ms); null when nobody waits. */
  readonly waitingSince: number | null;
  /** Until when the inbox leaves the fan out; `until-they-write`; null: it does not. */
  readonly snoozedUntil: number | 'until-they-write' | null;
  /** The stage with its reason, in words; null while nothing is known. */
  readonly stage: { readonly text: string; readonly score: number } | null;
  readonly tags: readonly { readonly emoji: string | null; readonly name: string }[];
  /** Fields with a value, in the creator's order, the value in words. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The next important dates, in words. */
  readonly dates: readonly { readonly label: string; readonly date: string }[];
  /** The newest notes, newest first. */
  readonly notes: readonly CardNote[];
  readonly noteCount: number;
  /** At most two lines that AI noted or a person changed; null without any. */
  readonly summary: string | null;
  /** The newest facts that the fan said about themself, newest first. */
  readonly facts: readonly { readonly text: string; readonly saidAt: number }[];
  readonly factCount: number;
  /** Open follow-ups, the next one first. */
  readonly followups: readonly { readonly text: string; readonly dueAt: number }[];
  /** The newest messages, newest first, in words. */
  readonly messages: readonly { readonly direction: 'in' | 'out'; readonly text: string }[];
  /** Epoch ms. */
  readonly now: number;
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly t: Translate;
}

/** A note on a card. */
export interface CardNote {
  readonly text: string;
  /** Who wrote it, in words; null when nobody knows. */
  readonly author: string | null;
  readonly createdAt: number;
}
