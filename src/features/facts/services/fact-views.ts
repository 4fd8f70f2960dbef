import type { FanId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById, safeLine } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { cardTap, textOf } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich, quote, splitRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { FactId } from '../fact.ts';
import { factById, factsOf } from '../queries/fact-rows.ts';
import { summaryOf } from '../queries/summary-rows.ts';
import { tapData } from '../rules/tap-data.ts';

/** UTF-16 units of a message that are shown beside each of many facts, and beside one. */
const quoted = { inList: 100, alone: 700 } as const;

/** Numbers of facts in a row of buttons: more are too narrow for a thumb. */
const inRow = 6;

/** A fan's summary and facts, each with its date and the message it comes from; undefined when there is no such fan. */
export async function factsView(
  reader: Reader,
  fanId: FanId,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  if (!fan) return undefined;
  const name = displayName(fan);
  const facts = await factsOf(reader, fanId);
  const summary = await summaryOf(reader, fanId);
  const dates = await dateFormat(reader);
  const pieces: (string | RichText)[] = [
    bold(t(facts.length === 0 ? 'facts-none' : 'facts-of', { name })),
  ];
  if (summary) pieces.push('\n\n', t('facts-summary'), '\n', summary.text);
  for (const [index, fact] of facts.entries()) {
    const said = (await textOf(reader, fact.messageId)) ?? '';
    pieces.push(
      `\n\n${index + 1}. ${fact.text} (${dates.format(fact.saidAt)})\n`,
      quote(shortened(said, quoted.inList)),
    );
  }
  if (asking) pieces.push('\n\n', bold(t('facts-wipe-asks')));
  const whole = joinRich(...pieces);
  const text = splitRich(whole, 4_096)[0] ?? whole;
  const back = { text: t('button-back'), callback_data: cardTap('back', fanId) };
  const newest = Math.max(0, ...facts.map(({ id }) => id)) as FactId;
  if (asking) {
    return {
      text,
      rows: [
        [
          { text: t('facts-sure'), callback_data: tapData({ do: 'wiped', fanId, upTo: newest }) },
          { text: t('button-back'), callback_data: tapData({ do: 'list', fanId }) },
        ],
      ],
    };
  }
  const numbers = facts.map(({ id }, index) => ({
    text: `${index + 1}`,
    callback_data: tapData({ do: 'open', id }),
  }));
  const whatElse = [
    ...(summary
      ? [{ text: t('facts-summary'), callback_data: tapData({ do: 'summary', fanId }) }]
      : []),
    ...(facts.length > 0
      ? [{ text: t('facts-wipe'), callback_data: tapData({ do: 'wipe', fanId }) }]
      : []),
  ];
  const rows = [numbers.slice(0, inRow), numbers.slice(inRow), whatElse, [back]];
  return { text, rows: rows.filter((row) => row.length > 0) };
}

/** One fact with the message it comes from and what can be done to it; undefined when it is gone. */
export async function factView(
  reader: Reader,
  id: FactId,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const fact = await factById(reader, id);
  if (!fact) return undefined;
  const said = (await textOf(reader, fact.messageId)) ?? '';
  const dates = await dateFormat(reader);
  const text = joinRich(
    bold(fact.text),
    `\n${t('facts-said', { date: dates.format(fact.saidAt) })}\n`,
    quote(shortened(said, quoted.alone)),
    ...(fact.actor === 'automation' ? [] : [`\n${t('facts-changed-by-hand')}`]),
    ...(asking ? ['\n\n', bold(t('facts-delete-asks'))] : []),
  );
  const rows = asking
    ? [
        [
          { text: t('facts-sure'), callback_data: tapData({ do: 'gone', id }) },
          { text: t('button-back'), callback_data: tapData({ do: 'open', id }) },
        ],
      ]
    : [
        [
          { text: 'Edit', callback_data: tapData({ do: 'edit', id }) },
          { text: t('facts-delete'), callback_data: tapData({ do: 'delete', id }) },
        ],
        [{ text: t('button-back'), callback_data: tapData({ do: 'list', fanId: fact.fanId }) }],
      ];
  return { text, rows };
}

/** A fan's summary with what can be done to it; undefined when it is gone. */
export async function summaryView(
  reader: Reader,
  fanId: FanId,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const summary = await summaryOf(reader, fanId);
  if (!summary) return undefined;
  const dates = await dateFormat(reader);
  const { writtenAt } = summary;
  const text = joinRich(
    bold(t('facts-summary')),
    `\n${summary.text}\n${dates.format(writtenAt)}`,
    ...(summary.actor === 'automation' ? [] : [`\n${t('facts-changed-by-hand')}`]),
    ...(asking ? ['\n\n', bold(t('facts-summary-delete-asks'))] : []),
  );
  const back = (to: 'list' | 'summary') => ({
    text: t('button-back'),
    callback_data: tapData({ do: to, fanId }),
  });
  const rows = asking
    ? [
        [
          { text: t('facts-sure'), callback_data: tapData({ do: 'summary-gone', fanId }) },
          back('summary'),
        ],
      ]
    : [
        [
          { text: 'Edit', callback_data: tapData({ do: 'summary-edit', fanId }) },
          { text: t('facts-delete'), callback_data: tapData({ do: 'summary-delete', fanId }) },
        ],
        [back('list')],
      ];
  return { text, rows };
}

/** The question that a changed text answers, with the text of now in a block that Telegram copies with a tap. */
export function editQuestion(how: string, now: string): RichText {
  const block: RichText = { text: now, entities: [{ type: 'pre', offset: 0, length: now.length }] };
  return joinRich(how, '\n', block);
}

async function dateFormat(reader: Reader): Promise<Intl.DateTimeFormat> {
  const { language, timeZone } = await preferencesOf(reader);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
}

function shortened(text: string, max: number): string {
  const line = safeLine(text);
  return line.length <= max
    ? line
    : `${line
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
