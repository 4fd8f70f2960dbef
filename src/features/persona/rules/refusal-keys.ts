import type { FaqRefusal } from './faq-text.ts';
import type { PartRefusal } from './read-part.ts';

/** The sentence for each reason why an answer about a part is not taken; `known`: all of it is there already. */
export const partRefusalKeys = {
  empty: 'persona-refused-empty',
  'too-long': 'persona-refused-too-long',
  'too-many': 'persona-refused-too-many',
  'no-price': 'persona-refused-no-price',
  'no-language': 'persona-refused-no-language',
  'no-emoji': 'persona-refused-no-emoji',
  known: 'persona-refused-known',
} as const satisfies Record<PartRefusal | 'known', string>;

/** The sentence for each reason why a question or an answer of the FAQ is not taken. */
export const faqRefusalKeys = {
  empty: 'persona-refused-empty',
  'too-long': 'persona-refused-faq-too-long',
  'too-many': 'persona-refused-faq-too-many',
  gone: 'persona-refused-faq-gone',
} as const satisfies Record<FaqRefusal | 'too-many' | 'gone', string>;
