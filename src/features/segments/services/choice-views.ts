import type { InlineKeyboardButton } from 'grammy/types';
import type { FieldId } from '#src/core/ids.ts';
import { safeName } from '#src/features/fans/index.ts';
import { buttonRows } from '#src/telegram/button-rows.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import {
  type Choices,
  choicesOf,
  conditionFrom,
  fieldChoices,
  type Kind,
  kinds,
  plainKinds,
  questionFrom,
} from '../rules/choices.ts';
import { partsOf } from '../rules/draft-parts.ts';
import { bareWords, conditionWords, kindKeys, type Speech } from '../rules/filter-words.ts';
import { fieldIn } from '../rules/names.ts';
import type { Operator } from '../rules/tokens.ts';
import type { Draft } from '../segment.ts';
import { draftData } from './builder-view.ts';

/** Tags or fields on one page. */
const pageSize = 12;

/** One part with what can be done to it; undefined when there is none at this place. */
export function partView(draft: Draft, at: number, speech: Speech): Card | undefined {
  const { t } = speech;
  const { join, parts } = partsOf(draft.filter ?? { all: [] });
  const part = parts[at];
  if (!part) return undefined;
  const button = (text: string, tap: Parameters<typeof draftData>[1]) => ({
    text,
    callback_data: draftData(draft, tap),
  });
  const more = t(join === 'all' ? 'segments-or-else' : 'segments-and-also');
  return {
    text: joinRich(bold(`${at + 1}. `), bareWords(part, speech)),
    rows: [
      [
        button(t('segments-negate'), { do: 'negate', at }),
        button(t('segments-remove'), { do: 'remove', at }),
      ],
      [button(more, { do: 'add', into: at })],
      [button(t('button-back'), { do: 'show' })],
    ],
  };
}

/** What a condition can be about. */
export function kindsView(draft: Draft, into: number | null, { t }: Speech): Card {
  const offered = kinds.map((kind) => ({
    text: t(kindKeys[kind]),
    callback_data: draftData(draft, { do: 'kind', into, kind, page: 0 }),
  }));
  const plain = plainKinds.map((code) => ({
    text: t(kindKeys[code]),
    callback_data: draftData(draft, { do: 'put', into, code }),
  }));
  return {
    text: t('segments-which-kind'),
    rows: [...buttonRows([...offered, ...plain]), [backTo(draft, t('button-back'))]],
  };
}

/** The values that are offered for a kind; for fields, which field. */
export function kindView(
  draft: Draft,
  { into, kind, page }: { into: number | null; kind: Kind; page: number },
  speech: Speech,
): Card {
  if (kind === 'field') return fieldsView(draft, { into, page }, speech);
  const choices = choicesOf(kind, speech.names);
  if (kind === 'tag' && choices.puts.length === 0) {
    return { text: speech.t('segments-no-tags'), rows: [[backTo(draft, speech.t('button-back'))]] };
  }
  const { shown, turns } = paged(choices.puts, page, (to) =>
    draftData(draft, { do: 'kind', into, kind, page: to }),
  );
  const title = speech.t(kindKeys[kind]);
  return choicesCard(draft, into, title, { puts: shown, asks: choices.asks }, { speech, turns });
}

/** What can be asked of a field; undefined when it is gone. */
export function fieldView(
  draft: Draft,
  into: number | null,
  fieldId: FieldId,
  speech: Speech,
): Card | undefined {
  const field = fieldIn(speech.names, fieldId);
  if (!field) return undefined;
  return choicesCard(draft, into, safeName(field.name), fieldChoices(field), { speech, turns: [] });
}

function fieldsView(
  draft: Draft,
  { into, page }: { into: number | null; page: number },
  { names, t }: Speech,
): Card {
  const { shown, turns } = paged(names.fields, page, (to) =>
    draftData(draft, { do: 'kind', into, kind: 'field', page: to }),
  );
  const buttons = shown.map(({ id, name }) => ({
    text: safeName(name),
    callback_data: draftData(draft, { do: 'field', into, fieldId: id }),
  }));
  return {
    text: t(buttons.length > 0 ? 'segments-which-field' : 'segments-no-fields'),
    rows: [...buttonRows(buttons), ...turns, [backTo(draft, t('button-back'))]],
  };
}

const askKeys = {
  '>=': 'segments-ask-min',
  '<=': 'segments-ask-max',
  ':': 'segments-ask-with',
  '=': 'segments-ask-exactly',
  '>': 'segments-ask-after',
  '<': 'segments-ask-before',
} as const satisfies Record<Operator, string>;

function askLabel(ask: string, { names, t }: Speech): string {
  const question = questionFrom(ask, names);
  if (!question) return ask;
  const { key, operator, field } = question;
  if (field) return t(askKeys[operator]);
  if (key === 'name') return t('segments-ask-begun');
  if (key === 'first' || key === 'last') {
    return t(operator === '<' ? 'segments-ask-days-within' : 'segments-ask-days-ago');
  }
  return operator === '>=' || operator === '<=' ? t(askKeys[operator]) : t('segments-ask-other');
}

function choicesCard(
  draft: Draft,
  into: number | null,
  title: string,
  { puts, asks }: Choices,
  { speech, turns }: { speech: Speech; turns: InlineKeyboardButton[][] },
): Card {
  const fixed = puts.flatMap((code) => {
    const condition = conditionFrom(code, speech.names);
    if (!condition) return [];
    const text = valueLabel(conditionWords(condition, speech), title);
    return [{ text, callback_data: draftData(draft, { do: 'put', into, code }) }];
  });
  const asking = asks.map((code) => ({
    text: askLabel(code, speech),
    callback_data: draftData(draft, { do: 'ask', into, code }),
  }));
  return {
    text: bold(title),
    rows: [
      ...buttonRows(fixed),
      ...turns,
      ...buttonRows(asking),
      [backTo(draft, speech.t('button-back'))],
    ],
  };
}

/** The kind stands above the buttons already. */
function valueLabel(words: string, title: string): string {
  return words.startsWith(`${title}: `) ? words.slice(title.length + 2) : words;
}

function backTo(draft: Draft, text: string): InlineKeyboardButton {
  return { text, callback_data: draftData(draft, { do: 'show' }) };
}

function paged<T>(
  all: readonly T[],
  wanted: number,
  turn: (page: number) => string,
): { shown: readonly T[]; turns: InlineKeyboardButton[][] } {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const turns = [
    ...(page > 0 ? [{ text: '‹', callback_data: turn(page - 1) }] : []),
    ...(page < pages - 1 ? [{ text: '›', callback_data: turn(page + 1) }] : []),
  ];
  return {
    shown: all.slice(page * pageSize, (page + 1) * pageSize),
    turns: turns.length > 0 ? [turns] : [],
  };
}
