import type { FieldId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import type { Reader } from '#src/storage/reader.ts';
import { buttonRows } from '#src/telegram/button-rows.ts';
import type { Card } from '#src/telegram/present.ts';
import { countChosen, lastChoiceChange } from '../queries/choice-rows.ts';
import { fieldById } from '../queries/field-rows.ts';
import { choiceCode, choiceWithCode } from '../rules/choice-code.ts';
import { fewestChoices } from '../rules/field-value.ts';
import { tapData } from '../rules/tap-data.ts';

/** One choice of a field with what can be done to it; undefined when it is gone. */
export async function choiceView(
  reader: Reader,
  id: FieldId,
  code: number,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const field = await fieldById(reader, id);
  const choice = field && choiceWithCode(field.choices, code);
  if (!field || choice === undefined) return undefined;
  const fans = await countChosen(reader, id, choice);
  const text = t('memory-choice', { field: field.name, choice, fans });
  if (!asking) {
    return {
      text,
      rows: [
        [
          { text: t('memory-rename'), callback_data: tapData('choice-name', id, code) },
          { text: t('memory-delete'), callback_data: tapData('choice-delete', id, code) },
        ],
        ...(field.choices.length > fewestChoices
          ? [[{ text: t('memory-merge'), callback_data: tapData('choice-merge', id, code) }]]
          : []),
        [{ text: t('button-back'), callback_data: tapData('field-open', id) }],
      ],
    };
  }
  const asOf = await lastChoiceChange(reader);
  return {
    text: `${text}\n${t('memory-choice-delete-asks', { field: field.name, fans })}`,
    rows: [
      [
        { text: t('memory-delete-sure'), callback_data: tapData('choice-gone', id, code, asOf) },
        { text: t('button-back'), callback_data: tapData('choice', id, code) },
      ],
    ],
  };
}

/** The choices with which one can become one; undefined when it is gone. */
export async function choiceMergeView(
  reader: Reader,
  id: FieldId,
  code: number,
  t: Translate,
): Promise<Card | undefined> {
  const field = await fieldById(reader, id);
  const choice = field && choiceWithCode(field.choices, code);
  if (!field || choice === undefined) return undefined;
  const others = field.choices.filter((other) => other !== choice);
  const buttons = others.map((other) => ({
    text: other,
    callback_data: tapData('choice-into', id, code, choiceCode(other)),
  }));
  const back = [{ text: t('button-back'), callback_data: tapData('choice', id, code) }];
  return { text: t('memory-merge-of', { tag: choice }), rows: [...buttonRows(buttons), back] };
}

/** Whether one choice shall become another, and of how many fans; undefined when one of them is gone. */
export async function choiceMergeQuestion(
  reader: Reader,
  id: FieldId,
  codes: { readonly from: number; readonly into: number },
  t: Translate,
): Promise<Card | undefined> {
  const field = await fieldById(reader, id);
  const choice = field && choiceWithCode(field.choices, codes.from);
  const into = field && choiceWithCode(field.choices, codes.into);
  if (!field || choice === undefined || into === undefined) return undefined;
  const fans = await countChosen(reader, id, choice);
  const asOf = await lastChoiceChange(reader);
  return {
    text: t('memory-choice-merge-asks', { field: field.name, choice, into, fans }),
    rows: [
      [
        {
          text: t('memory-merge-sure'),
          callback_data: tapData('choice-merged', id, codes.from, codes.into, asOf),
        },
        { text: t('button-back'), callback_data: tapData('choice', id, codes.from) },
      ],
    ],
  };
}

/** Whether no choice has changed since a question about one was asked: then it means what it meant. */
export async function isAsAsked(reader: Reader, asOf: number): Promise<boolean> {
  return (await lastChoiceChange(reader)) === asOf;
}
