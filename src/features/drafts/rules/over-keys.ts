import type { AskRefusal } from '../services/ask-draft.ts';
import type { SendRefusal } from '../services/send-draft.ts';

/** The sentence for each reason why no draft is made. */
export const notAskedKeys = {
  gone: 'button-out-of-date',
  answered: 'drafts-refused-answered',
  'no-text': 'drafts-refused-no-text',
  making: 'drafts-making',
  there: 'drafts-refused-there',
} as const satisfies Record<AskRefusal, string>;

/** The sentence for each reason why a draft is not sent. */
export const notSentKeys = {
  gone: 'button-out-of-date',
  sent: 'drafts-refused-sent',
  edited: 'drafts-refused-sent',
  dismissed: 'drafts-refused-dismissed',
  stale: 'drafts-refused-stale',
  failed: 'button-out-of-date',
  blocked: 'drafts-refused-blocked',
  left: 'drafts-refused-left',
} as const satisfies Record<Exclude<SendRefusal, 'written-again'>, string>;
