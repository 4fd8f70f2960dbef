import type { PastAnswerId, SavedReplyId } from '#src/core/ids.ts';

/** An answer that may fit again: one that was given, or one that was saved under a name. */
export type NearAnswer = {
  /** What the fan had written; of a saved reply its name. */
  readonly fanText: string;
  /** May hold the placeholders of saved replies: `{first_name}` stands where a fan's name was. */
  readonly replyText: string;
  /** When it was given or last used, epoch ms. */
  readonly answeredAt: number;
  /** How near what the fan wrote is to what was asked for, 0 to 1. */
  readonly score: number;
  /** ISO 639-1; null where that cannot be told. */
  readonly language: string | null;
} & (
  | { readonly kind: 'past-answer'; readonly id: PastAnswerId }
  | { readonly kind: 'saved-reply'; readonly id: SavedReplyId }
);

/** A pair that shows how the creator writes. Where names of its fan stood there is `{first_name}`. */
export interface ExampleAnswer {
  readonly id: PastAnswerId;
  readonly fanText: string;
  readonly replyText: string;
  /** Epoch ms. */
  readonly answeredAt: number;
  /** The names of its fan, as they are now: they must not come back in another fan's draft. */
  readonly names: readonly string[];
}

/** A pair as it is stored, with what it is ranked by. */
export interface PastAnswer extends Omit<ExampleAnswer, 'names'> {
  /** As in `PastAnswerTable`. */
  readonly words: readonly string[];
  readonly reusable: boolean;
  readonly times: number;
}
