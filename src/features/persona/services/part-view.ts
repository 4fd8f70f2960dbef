import type { InlineKeyboardButton } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich, maxText } from '#src/telegram/rich-text.ts';
import type { EmojiHabit, PersonaLine, PersonaPart } from '../persona.ts';
import { linesOf } from '../queries/line-rows.ts';
import { habitKeys, titleKeys } from '../rules/part-keys.ts';
import { holdsLines, partLimits } from '../rules/read-part.ts';
import { shorten } from '../rules/shorten.ts';
import { shownLine } from '../rules/shown-line.ts';
import { tapData } from '../rules/tap-data.ts';

/** Buttons that remove a line, in one row. */
const inRow = 5;
/** What a note above may take, in UTF-16 units. */
const noteRoom = 200;

/** One part in full, with what can be done to it. */
export async function partView(reader: Reader, part: PersonaPart, t: Translate): Promise<Card> {
  const language = await preferenceOf(reader, 'language');
  const lines = await linesOf(reader, part);
  const many = holdsLines(part);
  const shown = lines.map(({ text }, index) => {
    const line = shownLine(part, text, language, t);
    return many ? `${index + 1}. ${line}` : line;
  });
  const body = shown.length === 0 ? t('persona-part-empty') : shown.join('\n');
  const title = t(titleKeys[part]);
  return {
    text: joinRich(bold(title), `\n${shorten(body, maxText - title.length - noteRoom)}`),
    rows: [
      ...choices(part, t),
      writing(part, lines, t),
      ...(many ? removals(lines) : []),
      [{ text: t('button-back'), callback_data: tapData({ do: 'card' }) }],
    ],
  };
}

/** What can be chosen without typing. */
function choices(part: PersonaPart, t: Translate): InlineKeyboardButton[][] {
  if (part === 'language') {
    return [[{ text: t('persona-fan-language'), callback_data: tapData({ do: 'fan-language' }) }]];
  }
  if (part !== 'emoji') return [];
  const habit = (one: EmojiHabit) => ({
    text: t(habitKeys[one]),
    callback_data: tapData({ do: 'emoji', habit: one }),
  });
  return [[habit('none'), habit('few'), habit('many')]];
}

function writing(
  part: PersonaPart,
  lines: readonly PersonaLine[],
  t: Translate,
): InlineKeyboardButton[] {
  const edit = { text: 'Edit', callback_data: tapData({ do: 'set', part }) };
  if (!holdsLines(part)) return [edit];
  const add = { text: t('persona-add'), callback_data: tapData({ do: 'add', part }) };
  if (lines.length === 0) return [add];
  return lines.length < partLimits[part].most ? [add, edit] : [edit];
}

function removals(lines: readonly PersonaLine[]): InlineKeyboardButton[][] {
  const buttons = lines.map(({ id }, index) => ({
    text: `✕ ${index + 1}`,
    callback_data: tapData({ do: 'line-gone', id }),
  }));
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, row) =>
    buttons.slice(row * inRow, (row + 1) * inRow),
  );
}
