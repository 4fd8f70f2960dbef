/** What can be wrong with a draft. */
export type ProblemKind =
  | 'empty'
  | 'language'
  | 'too-long'
  | 'too-short'
  | 'telegram-limit'
  | 'link'
  | 'contact'
  | 'amount'
  | 'time'
  | 'promise'
  | 'code'
  | 'other-name'
  | 'questions'
  | 'identity'
  | 'romance'
  | 'placeholder'
  | 'markup'
  | 'secret'
  | 'echo'
  | 'example';

/** One thing that is wrong with a draft. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The words in question, as they are compared; empty where it is the whole text. Never logged. */
  readonly found: string;
}

/** The problem with what was found. */
export function problem(kind: ProblemKind, found = ''): Problem {
  return { kind, found };
}
