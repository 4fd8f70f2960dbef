import type { InlineKeyboardButton } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich, maxText, splitRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { segmentById } from '../queries/segment-rows.ts';
import { contradictions } from '../rules/contradiction.ts';
import { partsOf } from '../rules/draft-parts.ts';
import type { Filter } from '../rules/filter.ts';
import { bareWords, contradictionWords, goneWords, type Speech } from '../rules/filter-words.ts';
import { allGone } from '../rules/names.ts';
import { readOnlyWords } from '../rules/plan-words.ts';
import { printText } from '../rules/print-text.ts';
import { simplify } from '../rules/simplify.ts';
import { type DraftTap, tapData } from '../rules/tap-data.ts';
import type { Draft } from '../segment.ts';
import { mayChangeSegment } from './plan-limit.ts';

/** What is known of how many fans a draft means. */
export type Counted = number | 'counting' | 'failed';

/** Reasons of one filter that are told. */
const mostReasons = 3;

/** The draft in words, how many fans it means, and the buttons that change it. */
export async function builderView(
  reader: Reader,
  { draft, counted }: { readonly draft: Draft; readonly counted: Counted },
  speech: Speech,
  services: Services,
): Promise<Card> {
  const { t } = speech;
  const segment = draft.segmentId === null ? undefined : await segmentById(reader, draft.segmentId);
  const title = bold(segment ? `👥 ${segment.name}` : t('segments-draft-new'));
  const list = { text: t('button-back'), callback_data: tapData({ do: 'list', page: 0 }) };
  if (!draft.filter) {
    const fresh = { text: t('segments-new'), callback_data: tapData({ do: 'new' }) };
    const buttons = segment ? manageButtons(segment.id, speech) : [];
    return {
      text: joinRich(title, `\n${t('segments-unreadable')}`),
      rows: [...buttons, [fresh, list]],
    };
  }
  const may = segment ? await mayChangeSegment(reader, segment.id, services) : null;
  const blocks = [
    joinRich(title, '\n', partLines(draft.filter, speech)),
    ...(may && !may.ok ? [readOnlyWords(may, t)] : []),
    joinRich(bold(countLine(counted, speech)), ...warnings(draft.filter, speech)),
    ...asText(draft.filter, speech),
  ];
  const [first, ...others] = blocks;
  const text = joinRich(first ?? '', ...others.flatMap((block) => ['\n\n', block]));
  return {
    text: splitRich(text, maxText)[0] ?? text,
    rows: [
      ...draftButtons(draft, draft.filter, speech),
      ...(segment ? manageButtons(segment.id, speech) : []),
      [list],
    ],
  };
}

/** The callback data of a button that does this to a draft. */
export function draftData({ userId, version }: Draft, tap: DraftTap): string {
  return tapData({ do: 'draft', owner: userId, version, tap });
}

/** How many fans a filter means, in words. */
export function countLine(counted: Counted, { t }: Speech): string {
  if (counted === 'counting') return t('segments-counting');
  if (counted === 'failed') return t('segments-count-failed');
  return t('segments-count', { count: counted });
}

function partLines(filter: Filter, speech: Speech): string {
  const { t } = speech;
  const { join, parts } = partsOf(filter);
  if (parts.length === 0) return t('segments-empty');
  const lines = parts.map((part, at) => `${at + 1}. ${bareWords(part, speech)}`);
  if (parts.length === 1) return lines.join('\n');
  return [t(join === 'all' ? 'segments-all-of' : 'segments-any-of'), ...lines].join('\n');
}

function warnings(filter: Filter, speech: Speech): string[] {
  const gone = allGone(filter, speech.names).map((kind) => goneWords(kind, speech.t));
  const reasons = contradictions(filter, speech.names)
    .slice(0, mostReasons)
    .map((reason) => contradictionWords(reason, speech));
  return [...new Set([...gone, ...reasons])].map((line) => `\n⚠️ ${line}`);
}

/** The filter as it can be typed, to be copied by a tap; left out where there is nothing in it, or no name for it. */
function asText(filter: Filter, speech: Speech): RichText[] {
  const printed = printText(simplify(filter), speech.names);
  if (printed === null || partsOf(filter).parts.length === 0) return [];
  return [joinRich(`${speech.t('segments-as-text')} `, codeOf(`/segments ${printed}`))];
}

function codeOf(text: string): RichText {
  return { text, entities: [{ type: 'code', offset: 0, length: text.length }] };
}

function draftButtons(draft: Draft, filter: Filter, { t }: Speech): InlineKeyboardButton[][] {
  const { join, parts } = partsOf(filter);
  const button = (text: string, tap: DraftTap) => ({ text, callback_data: draftData(draft, tap) });
  const numbers = parts.map((_, at) => button(`✏️ ${at + 1}`, { do: 'part', at }));
  const switchTo = t(join === 'all' ? 'segments-switch-any' : 'segments-switch-all');
  return [
    ...inRows(numbers, 5),
    [
      button(t('segments-add'), { do: 'add', into: null }),
      ...(parts.length > 1 ? [button(switchTo, { do: 'switch' })] : []),
    ],
    [button(t('segments-preview'), { do: 'preview' }), button(t('segments-save'), { do: 'save' })],
  ];
}

function manageButtons(
  id: NonNullable<Draft['segmentId']>,
  { t }: Speech,
): InlineKeyboardButton[][] {
  return [
    [
      { text: t('segments-rename'), callback_data: tapData({ do: 'rename', id }) },
      { text: t('segments-delete'), callback_data: tapData({ do: 'ask-delete', id }) },
    ],
  ];
}

/** Buttons in rows of so many. */
function inRows(buttons: readonly InlineKeyboardButton[], width: number): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; at += width) rows.push(buttons.slice(at, at + width));
  return rows;
}
