import type { InlineKeyboardButton } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import { providerNames } from '#src/features/consent/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { ProposalId, ProposedLine } from '../persona.ts';
import { proposalHead, proposedLines } from '../queries/proposal-rows.ts';
import { silenceKeys, titleKeys } from '../rules/part-keys.ts';
import { isOfModel } from '../rules/read-part.ts';
import { shownLine } from '../rules/shown-line.ts';
import { tapData } from '../rules/tap-data.ts';

const marks = { open: '+', taken: '✓', left: '✕' } as const satisfies Record<
  ProposedLine['state'],
  string
>;

/**
 * What was learned, line by line, with a button to take each and one to leave it; a model's lines stand below the counted
 * ones, under their provider's name. Undefined when it is gone.
 */
export async function proposalView(
  reader: Reader,
  id: ProposalId,
  t: Translate,
): Promise<Card | undefined> {
  const head = await proposalHead(reader, id);
  if (!head) return undefined;
  const { replies, provider, silence } = head;
  const language = await preferenceOf(reader, 'language');
  const lines = await proposedLines(reader, id);
  const open = lines.filter(({ state }) => state === 'open');
  const firstOfModel = lines.findIndex(isOfModel);
  const shown = lines.map((line, index) => {
    const { part, text, before, state } = line;
    const who = providerNames(provider === null ? [] : [provider], { t, language });
    const above = index === firstOfModel ? `\n\n${t('persona-by-model', { provider: who })}` : '';
    const title = `${marks[state]} ${index + 1}. ${t(titleKeys[part])}: `;
    const was =
      before === null || state !== 'open'
        ? ''
        : `\n− ${t('persona-instead-of', { text: shownLine(part, before, language, t) })}`;
    return `${above}\n${title}${shownLine(part, text, language, t)}${was}`;
  });
  const all = { text: t('persona-take-all'), callback_data: tapData({ do: 'take-all', id }) };
  return {
    text: joinRich(
      bold(t('persona-learnt', { count: replies })),
      `\n${t('persona-learnt-how')}\n`,
      shown.join(''),
      silence === null ? '' : `\n\n${t(silenceKeys[silence])}`,
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
