import type { NameRefusal } from '../services/save-reply.ts';
import type { SendRefusal } from '../services/send-saved.ts';
import type { SaveRefusal } from './savable.ts';

/** The sentence for each reason why something is not saved. */
export const notSavedKeys = {
  album: 'replies-refused-album',
  kind: 'replies-refused-kind',
  empty: 'replies-refused-empty',
  'too-long': 'replies-refused-too-long',
  taken: 'replies-refused-taken',
  gone: 'replies-refused-gone',
  'too-many': 'replies-refused-too-many',
} as const satisfies Record<SaveRefusal | NameRefusal | 'too-many', string>;

/** The sentence for each reason why a saved reply is not sent. */
export const notSentKeys = {
  already: 'replies-not-sent-already',
  gone: 'replies-not-sent-gone',
  'too-long': 'replies-not-sent-too-long',
} as const satisfies Record<SendRefusal, string>;
