import type { InlineKeyboardButton } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { ProposalId, ProposedLine } from '../persona.ts';
import { proposalReplies, proposedLines } from '../queries/proposal-rows.ts';
import { titleKeys } from '../rules/part-keys.ts';
import { shownLine } from '../rules/shown-line.ts';
import { tapData } from '../rules/tap-data.ts';

const marks = { open: '+', taken: '✓', left: '✕' } as const satisfies Record<
  ProposedLine['state'],
  string
>;

/** What was learned, line by line, with a button to take each and one to leave it; undefined when it is gone. */
export async function proposalView(
  reader: Reader,
  id: ProposalId,
  t: Translate,
): Promise<Card | undefined> {
  const replies = await proposalReplies(reader, id);
  if (replies === undefined) return undefined;
  const language = await preferenceOf(reader, 'language');
  const lines = await proposedLines(reader, id);
  const open = lines.filter(({ state }) => state === 'open');
  const shown = lines.map((line, index) => {
    const { part, text, before, state } = line;
    const head = `${marks[state]} ${index + 1}. ${t(titleKeys[part])}: `;
    const was =
      before === null || state !== 'open'
        ? ''
        : `\n− ${t('persona-instead-of', { text: shownLine(part, before, language, t) })}`;
    return `\n${head}${shownLine(part, text, language, t)}${was}`;
  });
  const all = { text: t('persona-take-all'), callback_data: tapData({ do: 'take-all', id }) };
  return {
    text: joinRich(
      bold(t('persona-learnt', { count: replies })),
      `\n${t('persona-learnt-how')}\n`,
      shown.join(''),
    ),
    rows: [
      ...decisions(lines),
      [
        ...(open.length > 1 ? [all] : []),
        { text: t('button-done'), callback_data: tapData({ do: 'card' }) },
      ],
    ],
  };
}

/** Two lines in a row of buttons: take and leave for each that is open. */
function decisions(lines: readonly ProposedLine[]): InlineKeyboardButton[][] {
  const pairs = lines.flatMap(({ id, state }, index) =>
    state === 'open'
      ? [
          [
            { text: `✓ ${index + 1}`, callback_data: tapData({ do: 'take', id }) },
            { text: `✕ ${index + 1}`, callback_data: tapData({ do: 'leave', id }) },
          ],
        ]
      : [],
  );
  return Array.from({ length: Math.ceil(pairs.length / 2) }, (_, row) =>
    pairs.slice(row * 2, row * 2 + 2).flat(),
  );
}
