/** What is wrong with a typed filter, and where (UTF-16 units). */
export type TextProblem = { readonly at: number; readonly end: number } & (
  | { readonly problem: 'unknown-word'; readonly word: string; readonly meant: string | null }
  | {
      readonly problem: 'no-tag' | 'no-field';
      readonly word: string;
      readonly meant: string | null;
    }
  /** The value is missing or does not fit; an example of how it is written. */
  | { readonly problem: 'bad-value'; readonly key: string; readonly example: string }
  | {
      readonly problem:
        | 'empty'
        | 'unclosed-quote'
        | 'unclosed-bracket'
        | 'stray-bracket'
        | 'nothing-follows'
        | 'too-deep'
        | 'too-many';
    }
);
