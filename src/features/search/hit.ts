import type { FanId } from '#src/core/ids.ts';

/** Something that was found. Texts come as people wrote them; times in epoch ms. */
export type Hit =
  | { readonly kind: 'name'; readonly fanId: FanId }
  | {
      readonly kind: 'note' | 'fields';
      readonly fanId: FanId;
      readonly text: string;
      readonly at: number;
    }
  | {
      readonly kind: 'message';
      readonly fanId: FanId;
      readonly direction: 'in' | 'out';
      readonly text: string;
      readonly at: number;
    };

/** One page of what was found. */
export interface Found {
  /** How many there are; with `capped` there are more, older ones. */
  readonly total: number;
  readonly capped: boolean;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly hits: readonly Hit[];
  /** Where nothing holds all words: those that are found alone. */
  readonly alone: readonly string[];
}
