import { Composer } from 'grammy';
import type { FanId, FieldId, NoteId, TagId } from '#src/core/ids.ts';
import { fanById, fanName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { askAgain, leaveOpen } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import { choiceCode } from '../rules/choice-code.ts';
import { shownValue } from '../rules/field-value.ts';
import { readTagCommand } from '../rules/names.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { shownDate } from '../rules/shown-date.ts';
import { fieldTypes } from '../services/field-views.ts';
import {
  addChoices,
  clearField,
  defineField,
  renameField,
  setField,
} from '../services/fill-field.ts';
import { choiceToMergeWith, renameChoice } from '../services/change-choice.ts';
import { choiceMergeQuestion } from '../services/choice-views.ts';
import { keepDate } from '../services/keep-date.ts';
import { renameTag } from '../services/label-fan.ts';
import { changeNote } from '../services/write-note.ts';
import { noteFan } from './note-fan.ts';
import { tagByNames } from './tag-by-names.ts';

/** Replies to the questions of this feature. */
export const answerHandlers = new Composer<FanlineContext>();

const answers: Readonly<Record<string, (ctx: FanlineContext, text: string) => Promise<void>>> = {
  'memory-note': (ctx, text) => onFan(ctx, (fanId) => noteFan(ctx, fanId, text)),

  async 'memory-note-edit'(ctx, text) {
    const changed = await changeNote(ctx.tx, idOf(ctx, 'noteId') as NoteId, text, ctx.services);
    if (!changed.ok) return await refused(ctx, changed.reason);
    await reply(ctx, ctx.t('memory-changed'));
  },

  'memory-tag': (ctx, text) =>
    onFan(ctx, async (fanId) => {
      const { on, off } = readTagCommand(text);
      if (on.length + off.length === 0) return await refused(ctx, 'empty');
      await tagByNames(ctx, fanId, on, off);
    }),

  async 'memory-tag-name'(ctx, text) {
    const named = await renameTag(ctx.tx, idOf(ctx, 'tagId') as TagId, text, ctx.services);
    if (!named.ok) return await refused(ctx, named.reason);
    await reply(ctx, ctx.t('memory-named', { name: named.name }));
  },

  'memory-field': (ctx, text) =>
    onFan(ctx, async (fanId) => {
      const author = authorOf(ctx);
      if (!author) return;
      const given = {
        fanId,
        fieldId: idOf(ctx, 'fieldId') as FieldId,
        typed: text,
        actor: author.actor,
      };
      if (/^[-–—]$/u.test(text.trim())) return await emptyField(ctx, fanId, given.fieldId);
      const set = await setField(ctx.tx, given, ctx.services);
      if (!set.ok) return await refused(ctx, set.reason);
      const language = await preferenceOf(ctx.tx, 'language');
      const value = shownValue(set.field, set.value, language);
      const name = await fanName(ctx.tx, fanId);
      await reply(ctx, ctx.t('memory-field-set', { name, field: set.field.name, value }));
    }),

  async 'memory-field-new'(ctx, text) {
    const type = fieldTypes[idOf(ctx, 'type')];
    if (!type) return;
    const made = await defineField(ctx.tx, type, text, ctx.services);
    if (!made.ok) return await refused(ctx, made.reason);
    await reply(ctx, ctx.t('memory-field-made', { name: made.name }));
  },

  async 'memory-field-name'(ctx, text) {
    const named = await renameField(ctx.tx, idOf(ctx, 'fieldId') as FieldId, text);
    if (!named.ok) return await refused(ctx, named.reason);
    await reply(ctx, ctx.t('memory-named', { name: named.name }));
  },

  async 'memory-field-choices'(ctx, text) {
    const added = await addChoices(ctx.tx, idOf(ctx, 'fieldId') as FieldId, text);
    if (!added.ok) return await refused(ctx, added.reason);
    const { name, choices } = added.field;
    await reply(ctx, ctx.t('memory-choices-are', { name, list: choices.join(', ') }));
  },

  async 'memory-choice-name'(ctx, text) {
    const given = { code: idOf(ctx, 'code'), typed: text };
    const fieldId = idOf(ctx, 'fieldId') as FieldId;
    const named = await renameChoice(ctx.tx, fieldId, given, ctx.services);
    if (!named.ok && named.reason === 'taken' && (await offerMerge(ctx, fieldId, given))) return;
    if (!named.ok) return await refused(ctx, named.reason);
    const { field, was, becomes } = named;
    await reply(ctx, ctx.t('memory-choice-named', { field: field.name, was, name: becomes }));
  },

  'memory-date': (ctx, text) =>
    onFan(ctx, async (fanId) => {
      const author = authorOf(ctx);
      if (!author) return;
      const given = { fanId, typed: text, actor: author.actor };
      const kept = await keepDate(ctx.tx, given, ctx.services);
      if (!kept.ok) return await refused(ctx, kept.reason);
      const language = await preferenceOf(ctx.tx, 'language');
      const name = await fanName(ctx.tx, fanId);
      const { label } = kept.date;
      const date = shownDate(kept.date, language);
      await reply(ctx, ctx.t('memory-date-kept', { name, label, date }));
    }),
};

answerHandlers
  .on('message')
  .filter((ctx) => answers[ctx.prompt?.kind ?? ''] !== undefined)
  .use(async (ctx) => {
    const { text } = ctx.msg;
    if (text === undefined) return await askAgain(ctx, ctx.t('memory-only-text'));
    await answers[ctx.prompt?.kind ?? '']?.(ctx, text);
  });

async function onFan(ctx: FanlineContext, work: (fanId: FanId) => Promise<void>): Promise<void> {
  const fanId = idOf(ctx, 'fanId') as FanId;
  if (!(await fanById(ctx.tx, fanId))) return await reply(ctx, ctx.t('memory-refused-gone'));
  await work(fanId);
}

function idOf(ctx: FanlineContext, name: string): number {
  return Number(ctx.prompt?.ref[name]);
}

/** Where another choice is called so the two may be meant to be one: asks for that. False where they cannot be. */
async function offerMerge(
  ctx: FanlineContext,
  fieldId: FieldId,
  given: { code: number; typed: string },
): Promise<boolean> {
  const other = await choiceToMergeWith(ctx.tx, fieldId, given);
  if (other === undefined) return false;
  const codes = { from: given.code, into: choiceCode(other) };
  const asks = await choiceMergeQuestion(ctx.tx, fieldId, codes, ctx.t);
  if (!asks) return false;
  // Another name will do as well.
  if (ctx.msg) await leaveOpen(ctx.tx, ctx.msg);
  await present(ctx, asks);
  return true;
}

/** A dash in place of a value empties the field. */
async function emptyField(ctx: FanlineContext, fanId: FanId, fieldId: FieldId): Promise<void> {
  await clearField(ctx.tx, fanId, fieldId, ctx.services);
  await reply(ctx, ctx.t('memory-field-cleared', { name: await fanName(ctx.tx, fanId) }));
}

/** Asks again, unless no other answer would do. */
async function refused(ctx: FanlineContext, reason: keyof typeof refusalKeys): Promise<void> {
  const text = ctx.t(refusalKeys[reason]);
  if (reason === 'gone' || reason === 'no-fan' || reason === 'too-many-fields') {
    return await reply(ctx, text);
  }
  await askAgain(ctx, text);
}

async function reply(ctx: FanlineContext, text: string): Promise<void> {
  await say(ctx, text, { quote: true });
}
