import type { Translate } from '#src/core/texts.ts';
import { safeName } from '#src/features/fans/index.ts';
import type { Question } from './choices.ts';
import { kindKeys } from './filter-words.ts';

/** An answer that fits a question. */
export function questionExample({ key, field }: Question): string {
  if (field?.type === 'number') return '18';
  if (field?.type === 'date') return '2024-01-31';
  if (field) return 'Berlin';
  switch (key) {
    case 'lang':
      return 'pt';
    case 'source':
      return 'instagram';
    case 'name':
      return 'Anna';
    case 'first':
    case 'last':
    case 'followup':
    case 'date':
      return '30';
    case 'waiting':
      return '12';
    default:
      return '25';
  }
}

/** The question in words. */
export function questionWords(question: Question, t: Translate): string {
  const { key, field } = question;
  const what = field ? safeName(field.name) : t(kindKeys[key === 'everyone' ? 'field' : key]);
  const example = questionExample(question);
  switch (key) {
    case 'first':
    case 'last':
    case 'followup':
    case 'date':
      return t('segments-ask-days', { what, example });
    case 'waiting':
      return t('segments-ask-hours', { what, example });
    case 'lang':
      return t('segments-ask-language', { what, example });
    default:
      return t('segments-ask-value', { what, example });
  }
}
