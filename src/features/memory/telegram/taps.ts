import { type CallbackQueryContext, Composer } from 'grammy';
import type { FanId, FieldId, ImportantDateId, NoteId, TagId } from '#src/core/ids.ts';
import { type Result, unreachable } from '#src/core/result.ts';
import { displayName, fanById } from '#src/features/fans/index.ts';
import { type Author, authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { type MemoryTap, readTapData } from '../rules/tap-data.ts';
import { choiceWithCode } from '../rules/choice-code.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { mergeChoices, removeChoice } from '../services/change-choice.ts';
import {
  choiceMergeQuestion,
  choiceMergeView,
  choiceView,
  isAsAsked,
} from '../services/choice-views.ts';
import { datesView } from '../services/date-views.ts';
import {
  allFieldsView,
  choicesView,
  fanFieldsView,
  fieldQuestion,
  fieldTypes,
  fieldView,
} from '../services/field-views.ts';
import { clearField, type FieldRefusal, setField } from '../services/fill-field.ts';
import { forgetDate } from '../services/keep-date.ts';
import { colourTag, mergeTags, removeTag, tagFan, untagFan } from '../services/label-fan.ts';
import { noteView, notesView } from '../services/note-views.ts';
import {
  allTagsView,
  coloursView,
  fanTagsView,
  mergeQuestion,
  mergeView,
  tagView,
} from '../services/tag-views.ts';
import { removeField } from '../services/remove-field.ts';
import { removeNote } from '../services/write-note.ts';
import { choicesOf, noteTextOf } from '../services/look-up.ts';

/** Buttons of this feature. Anyone can send any callback data, so role and rows are checked at each tap. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^me:/, async (ctx) => {
  const author = authorOf(ctx);
  if (!author) return await answerTap(ctx, ctx.t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await handleTap(ctx, tap, author);
});

async function handleTap(ctx: Tapped, { verb, ids }: MemoryTap, author: Author): Promise<void> {
  const { tx, t, services } = ctx;
  const [first, second, third, fourth] = ids;
  switch (verb) {
    case 'note':
      return await askOnFan(ctx, first, 'memory-note', 'memory-ask-note');
    case 'notes':
      return await show(ctx, await notesView(tx, first as FanId, second, t));
    case 'note-open':
      return await show(ctx, await noteView(tx, first as NoteId, t));
    case 'note-edit': {
      const text = await noteTextOf(tx, first as NoteId);
      if (text === undefined) return await answerTap(ctx, t('button-out-of-date'));
      return await question(
        ctx,
        'memory-note-edit',
        { noteId: first },
        t('memory-ask-note-edit', { text }),
      );
    }
    case 'note-delete':
      return await show(ctx, await noteView(tx, first as NoteId, t, true));
    case 'note-gone': {
      const gone = await removeNote(tx, first as NoteId, services);
      return await show(ctx, gone && (await notesView(tx, gone.fanId, 0, t)), t('memory-deleted'));
    }
    case 'note-undo': {
      const gone = await removeNote(tx, first as NoteId, services);
      if (!gone) return await answerTap(ctx, t('memory-refused-gone'));
      return await present(ctx, { text: t('memory-undone'), rows: [] });
    }
    case 'tags':
      return await show(ctx, await fanTagsView(tx, first as FanId, second, t));
    case 'on':
    case 'off': {
      const [fanId, tagId] = [first as FanId, second as TagId];
      if (verb === 'on') await tagFan(tx, { fanId, tagId, actor: author.actor }, services);
      else await untagFan(tx, fanId, tagId, services);
      return await show(ctx, await fanTagsView(tx, fanId, third, t));
    }
    case 'tag-new':
      return await askOnFan(ctx, first, 'memory-tag', 'memory-ask-tag');
    case 'all-tags':
      return await show(ctx, await allTagsView(tx, first, t));
    case 'tag':
      return await show(ctx, await tagView(tx, first as TagId, t));
    case 'tag-name':
      if (!(await tagView(tx, first as TagId, t)))
        return await answerTap(ctx, t('button-out-of-date'));
      return await question(ctx, 'memory-tag-name', { tagId: first }, t('memory-ask-name'));
    case 'tag-colours':
      return await show(ctx, await coloursView(tx, first as TagId, t));
    case 'tag-colour':
      await colourTag(tx, first as TagId, second, services);
      return await show(ctx, await tagView(tx, first as TagId, t));
    case 'tag-merge':
      return await show(ctx, await mergeView(tx, first as TagId, second, t));
    case 'tag-into':
      return await show(ctx, await mergeQuestion(tx, [first as TagId, second as TagId], t));
    case 'tag-merged': {
      const into = await mergeTags(tx, first as TagId, second as TagId, services);
      return await show(ctx, into && (await tagView(tx, into.id, t)), t('memory-merged'));
    }
    case 'tag-delete':
      return await show(ctx, await tagView(tx, first as TagId, t, true));
    case 'tag-gone': {
      const gone = await removeTag(tx, first as TagId, services);
      return await show(ctx, gone && (await allTagsView(tx, 0, t)), t('memory-deleted'));
    }
    case 'fields':
      return await show(ctx, await fanFieldsView(tx, first as FanId, t));
    case 'field': {
      const choices = await choicesView(tx, first as FanId, second as FieldId, t);
      if (choices) return await present(ctx, choices);
      return await askField(ctx, first as FanId, second as FieldId);
    }
    case 'choose': {
      const [fanId, fieldId] = [first as FanId, second as FieldId];
      const typed = choiceWithCode(await choicesOf(tx, fieldId), third);
      if (typed === undefined) return await answerTap(ctx, t('button-out-of-date'));
      await setField(tx, { fanId, fieldId, typed, actor: author.actor }, services);
      return await show(ctx, await fanFieldsView(tx, fanId, t));
    }
    case 'clear':
      await clearField(tx, first as FanId, second as FieldId, services);
      return await show(ctx, await fanFieldsView(tx, first as FanId, t));
    case 'all-fields':
      return await show(ctx, await allFieldsView(tx, t));
    case 'field-open':
      return await show(ctx, await fieldView(tx, first as FieldId, t));
    case 'field-new': {
      const type = fieldTypes[first];
      if (!type) return await answerTap(ctx, t('button-out-of-date'));
      const text = t(type === 'choice' ? 'memory-ask-choice' : 'memory-ask-name');
      return await question(ctx, 'memory-field-new', { type: first }, text);
    }
    case 'field-name':
      if (!(await fieldView(tx, first as FieldId, t)))
        return await answerTap(ctx, t('button-out-of-date'));
      return await question(ctx, 'memory-field-name', { fieldId: first }, t('memory-ask-name'));
    case 'field-choices':
      if (!(await fieldView(tx, first as FieldId, t)))
        return await answerTap(ctx, t('button-out-of-date'));
      return await question(
        ctx,
        'memory-field-choices',
        { fieldId: first },
        t('memory-ask-choices'),
      );
    case 'field-delete':
      return await show(ctx, await fieldView(tx, first as FieldId, t, true));
    case 'field-gone': {
      const gone = await removeField(tx, first as FieldId, services);
      return await show(ctx, gone && (await allFieldsView(tx, t)), t('memory-deleted'));
    }
    case 'choice':
    case 'choice-delete': {
      const asking = verb === 'choice-delete';
      return await show(ctx, await choiceView(tx, first as FieldId, second, t, asking));
    }
    case 'choice-name':
      if (!(await choiceView(tx, first as FieldId, second, t)))
        return await answerTap(ctx, t('button-out-of-date'));
      return await question(
        ctx,
        'memory-choice-name',
        { fieldId: first, code: second },
        t('memory-ask-name'),
      );
    case 'choice-gone': {
      if (!(await isAsAsked(tx, third))) {
        const anew = await choiceView(tx, first as FieldId, second, t, true);
        if (anew) return await show(ctx, anew, t('button-out-of-date'));
      }
      const gone = await removeChoice(tx, first as FieldId, second, services);
      return await showField(ctx, first as FieldId, gone, () => t('memory-deleted'));
    }
    case 'choice-merge':
      return await show(ctx, await choiceMergeView(tx, first as FieldId, second, t));
    case 'choice-into': {
      const codes = { from: second, into: third };
      return await show(ctx, await choiceMergeQuestion(tx, first as FieldId, codes, t));
    }
    case 'choice-merged': {
      const codes = { from: second, into: third };
      if (!(await isAsAsked(tx, fourth))) {
        const anew = await choiceMergeQuestion(tx, first as FieldId, codes, t);
        if (anew) return await show(ctx, anew, t('button-out-of-date'));
      }
      const merged = await mergeChoices(tx, first as FieldId, codes, services);
      return await showField(ctx, first as FieldId, merged, ({ field, was, becomes }) =>
        t('memory-choice-named', { field: field.name, was, name: becomes }),
      );
    }
    case 'dates':
      return await show(ctx, await datesView(tx, first as FanId, t));
    case 'date-new':
      return await askOnFan(ctx, first, 'memory-date', 'memory-ask-date');
    case 'date-gone':
      await forgetDate(tx, second as ImportantDateId, services);
      return await show(ctx, await datesView(tx, first as FanId, t));
    default:
      return unreachable(verb);
  }
}

async function show(ctx: Tapped, card: Card | undefined, note?: string): Promise<void> {
  if (!card) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await present(ctx, card, note);
}

/** Shows a field after one of its choices was changed, with what became of it. */
async function showField<Done extends object>(
  ctx: Tapped,
  id: FieldId,
  changed: Result<Done, FieldRefusal>,
  note: (done: Done) => string,
): Promise<void> {
  const { tx, t } = ctx;
  if (!changed.ok && changed.reason !== 'gone') {
    return await answerTap(ctx, t(refusalKeys[changed.reason]));
  }
  const said = changed.ok ? note(changed) : t('memory-refused-gone');
  await show(ctx, await fieldView(tx, id, t), said);
}

async function askOnFan(ctx: Tapped, id: number, kind: string, key: string): Promise<void> {
  const fan = await fanById(ctx.tx, id as FanId);
  if (!fan) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await question(ctx, kind, { fanId: id }, ctx.t(key, { name: displayName(fan) }));
}

async function askField(ctx: Tapped, fanId: FanId, fieldId: FieldId): Promise<void> {
  const text = await fieldQuestion(ctx.tx, fanId, fieldId, ctx.t);
  if (text === undefined) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await question(ctx, 'memory-field', { fanId, fieldId }, text);
}

async function question(
  ctx: Tapped,
  kind: string,
  ref: Readonly<Record<string, unknown>>,
  text: string,
): Promise<void> {
  await ask(ctx, { kind, ref, text });
  await answerTap(ctx);
}
