import type { FanId } from '#src/core/ids.ts';
import type { CardSource } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';

/** What is remembered of a fan by what they said. */
export interface SaidBefore {
  /** Newest first. */
  readonly facts: readonly {
    readonly id: number;
    readonly text: string;
    readonly saidAt: number;
  }[];
  readonly summary: string | null;
}

/** Finds what is remembered of one fan. Given by the feature that notes it, which stands on the rules of this one. */
export type MemorySource = (reader: Reader, fanId: FanId) => Promise<SaidBefore>;

/** What drafts need of features above them. */
export interface DraftsParts {
  readonly memory: MemorySource;
  readonly cards: CardSource;
}
