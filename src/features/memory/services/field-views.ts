import type { FanId, FieldId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { buttonRows } from '#src/telegram/button-rows.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { FieldType } from '../field.ts';
import { allFields, countValues, fieldById, fieldsOf } from '../queries/field-rows.ts';
import { shownValue } from '../rules/field-value.ts';
import { tapData } from '../rules/tap-data.ts';
import { choiceCode } from '../rules/choice-code.ts';

/** The types of fields by their numbers in buttons. */
export const fieldTypes: readonly FieldType[] = ['text', 'number', 'date', 'choice'];

const typeKeys = {
  text: 'memory-type-text',
  number: 'memory-type-number',
  date: 'memory-type-date',
  choice: 'memory-type-choice',
} as const satisfies Record<FieldType, string>;

/** What each field says of a fan; undefined when there is no such fan. */
export async function fanFieldsView(
  reader: Reader,
  fanId: FanId,
  t: Translate,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  if (!fan) return undefined;
  const language = await preferenceOf(reader, 'language');
  const fields = await fieldsOf(reader, fanId);
  const name = displayName(fan);
  const rows = fields.map((field) => [
    {
      text:
        field.value === null
          ? `${field.name}: –`
          : `${field.name}: ${shownValue(field, field.value, language)}`.slice(0, 60),
      callback_data: tapData('field', fanId, field.id),
    },
  ]);
  const back = [{ text: t('button-back'), callback_data: cardTap('back', fanId) }];
  const key = fields.length === 0 ? 'memory-no-fields' : 'memory-fields-of';
  return { text: t(key, { name }), rows: [...rows, back] };
}

const questionKeys = {
  text: 'memory-ask-field',
  number: 'memory-ask-field-number',
  date: 'memory-ask-field-date',
  choice: 'memory-ask-field',
} as const satisfies Record<FieldType, string>;

/** The question for what a field shall say of a fan, with what it says now; undefined when one of them is gone. */
export async function fieldQuestion(
  reader: Reader,
  fanId: FanId,
  fieldId: FieldId,
  t: Translate,
): Promise<string | undefined> {
  const fan = await fanById(reader, fanId);
  const field = (await fieldsOf(reader, fanId)).find(({ id }) => id === fieldId);
  if (!fan || !field) return undefined;
  const question = t(questionKeys[field.type], { field: field.name, name: displayName(fan) });
  if (field.value === null) return question;
  const value = shownValue(field, field.value, await preferenceOf(reader, 'language'));
  return `${question}\n${t('memory-field-now', { value })}`;
}

/** The choices of a field for a fan; undefined when one of them is gone or it is no choice. */
export async function choicesView(
  reader: Reader,
  fanId: FanId,
  fieldId: FieldId,
  t: Translate,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  const field = (await fieldsOf(reader, fanId)).find(({ id }) => id === fieldId);
  if (!fan || field?.type !== 'choice') return undefined;
  const rows = field.choices.map((choice) => [
    {
      text: choice === field.value ? `✓ ${choice}` : choice,
      callback_data: tapData('choose', fanId, fieldId, choiceCode(choice)),
    },
  ]);
  const last = [
    { text: t('memory-clear'), callback_data: tapData('clear', fanId, fieldId) },
    { text: t('button-back'), callback_data: tapData('fields', fanId) },
  ];
  return {
    text: joinRich(bold(field.name), `\n${displayName(fan)}`),
    rows: [...rows, last],
  };
}

/** All fields, to be managed. */
export async function allFieldsView(reader: Reader, t: Translate): Promise<Card> {
  const fields = await allFields(reader);
  const rows = fields.map((field) => [
    {
      text: `${field.name} (${t(typeKeys[field.type])})`,
      callback_data: tapData('field-open', field.id),
    },
  ]);
  const fresh = fieldTypes.map((type, number) => ({
    text: `+ ${t(typeKeys[type])}`,
    callback_data: tapData('field-new', number),
  }));
  const key = fields.length === 0 ? 'memory-fields-none' : 'memory-fields';
  return { text: t(key), rows: [...rows, fresh.slice(0, 2), fresh.slice(2)] };
}

/** One field with what can be done to it; undefined when it is gone. */
export async function fieldView(
  reader: Reader,
  id: FieldId,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const field = await fieldById(reader, id);
  if (!field) return undefined;
  const fans = await countValues(reader, id);
  const text = t('memory-field', { name: field.name, type: t(typeKeys[field.type]), fans });
  const choices = field.choices.length > 0 ? `\n${field.choices.join(', ')}` : '';
  const rows = asking
    ? [
        [
          { text: t('memory-delete-sure'), callback_data: tapData('field-gone', id) },
          { text: t('button-back'), callback_data: tapData('field-open', id) },
        ],
      ]
    : [
        ...buttonRows(
          field.choices.map((choice) => ({
            text: choice,
            callback_data: tapData('choice', id, choiceCode(choice)),
          })),
        ),
        ...(field.type === 'choice'
          ? [[{ text: t('memory-more-choices'), callback_data: tapData('field-choices', id) }]]
          : []),
        [
          { text: t('memory-rename'), callback_data: tapData('field-name', id) },
          { text: t('memory-delete'), callback_data: tapData('field-delete', id) },
        ],
        [{ text: t('button-back'), callback_data: tapData('all-fields') }],
      ];
  const warning = asking ? `\n${t('memory-field-delete-asks', { fans })}` : '';
  return { text: `${text}${choices}${warning}`, rows };
}
