import type { InlineKeyboardButton } from 'grammy/types';
import type { FanId } from '#src/core/ids.ts';
import type { AppFeature } from '#src/features/feature.ts';
import type { Translate } from '#src/core/texts.ts';
import { choicesKind, datesKind, goneFieldsKind } from './jobs.ts';
import { tapData } from './rules/tap-data.ts';
import { handlers } from './telegram/handlers.ts';

export type { ChoiceChange } from './choice-change.ts';
export type { Field, FieldOfFan, FieldType } from './field.ts';
export type { ImportantDate, Note, Tag } from './note.ts';
export { choiceChanges, lastChoiceChange } from './queries/choice-rows.ts';
export { datesOf } from './queries/date-rows.ts';
export { allFields, fieldsOf } from './queries/field-rows.ts';
export { countNotes, notesOf } from './queries/note-rows.ts';
export { deleteTagChanges, lastTagChange, tagChangesAfter } from './queries/tag-change-rows.ts';
export { mergedTags, tagsOf } from './queries/tag-rows.ts';
export { tagLabel } from './rules/colours.ts';
export { choiceCode, choiceWithCode } from './rules/choice-code.ts';
export { type ReadableField, readValue, shownValue } from './rules/field-value.ts';
export { nameAfter, type Renaming } from './rules/name-after.ts';
export { keyOf, readName } from './rules/names.ts';
export { shownDate } from './rules/shown-date.ts';
export { defineField, setField } from './services/fill-field.ts';
export { keepDate } from './services/keep-date.ts';
export { findOrMakeTag, maxTags, tagFan } from './services/label-fan.ts';
export { addNote, maxNote } from './services/write-note.ts';
export type {
  ChoiceChangeTable,
  FanFieldTable,
  FanTagTable,
  FieldTable,
  ImportantDateTable,
  MergedTagTable,
  NoteTable,
  TagChangeTable,
  TagTable,
} from './tables.ts';

/** The buttons of a card that remember something of its fan. */
export function memoryButtons(fanId: FanId, t: Translate): InlineKeyboardButton[][] {
  return [
    [
      { text: 'Note', callback_data: tapData('note', fanId) },
      { text: 'Tag', callback_data: tapData('tags', fanId, 0) },
    ],
    [
      { text: t('memory-button-notes'), callback_data: tapData('notes', fanId, 0) },
      { text: t('memory-button-fields'), callback_data: tapData('fields', fanId) },
      { text: t('memory-button-dates'), callback_data: tapData('dates', fanId) },
    ],
  ];
}

/** What is remembered of fans: notes, tags, fields that the creator defines, important dates. */
export const memoryFeature: AppFeature = {
  name: 'memory',
  forDesk: true,
  handlers,
  jobKinds: [datesKind, choicesKind, goneFieldsKind],
};
