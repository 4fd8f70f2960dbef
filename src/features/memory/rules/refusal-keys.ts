import type { DateRefusal } from './day.ts';
import type { ValueRefusal } from './field-value.ts';
import type { FieldRefusal } from '../services/fill-field.ts';
import type { TagRefusal } from '../services/label-fan.ts';
import type { NoteRefusal } from '../services/write-note.ts';

/** The sentence for each reason why something is not remembered. */
export const refusalKeys = {
  empty: 'memory-refused-empty',
  'too-long': 'memory-refused-too-long',
  'no-fan': 'memory-refused-gone',
  gone: 'memory-refused-gone',
  taken: 'memory-refused-taken',
  'too-many': 'memory-refused-too-many',
  'too-many-fields': 'memory-refused-too-many-fields',
  'too-few': 'memory-refused-too-few',
  'no-number': 'memory-refused-no-number',
  'no-date': 'memory-refused-no-date',
  'no-full-date': 'memory-refused-no-full-date',
  'no-choice': 'memory-refused-no-choice',
  'no-label': 'memory-refused-no-label',
} as const satisfies Record<
  NoteRefusal | TagRefusal | FieldRefusal | ValueRefusal | DateRefusal,
  string
>;
