import type { EmojiHabit, ModelSilence, PersonaPart } from '../persona.ts';

/** What each part is called. */
export const titleKeys = {
  tone: 'persona-tone',
  do: 'persona-do',
  dont: 'persona-dont',
  language: 'persona-language',
  emoji: 'persona-emoji',
  fact: 'persona-fact',
  price: 'persona-price',
} as const satisfies Record<PersonaPart, string>;

/** What is asked about each part. */
export const askKeys = {
  tone: 'persona-ask-tone',
  do: 'persona-ask-do',
  dont: 'persona-ask-dont',
  language: 'persona-ask-language',
  emoji: 'persona-ask-emoji',
  fact: 'persona-ask-fact',
  price: 'persona-ask-price',
} as const satisfies Record<PersonaPart, string>;

/** What each habit with emoji is called. */
export const habitKeys = {
  none: 'persona-emoji-none',
  few: 'persona-emoji-few',
  many: 'persona-emoji-many',
} as const satisfies Record<EmojiHabit, string>;

/** Why no model's lines stand beside what was counted. */
export const silenceKeys = {
  'no-consent': 'persona-silence-no-consent',
  'used-up': 'persona-silence-used-up',
  unavailable: 'persona-silence-unavailable',
  'too-few': 'persona-silence-too-few',
  nothing: 'persona-silence-nothing',
} as const satisfies Record<ModelSilence, string>;
