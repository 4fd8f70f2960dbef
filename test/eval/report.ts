import type { ArmSummary, RetrievalSummary } from './summarize.ts';

const columns: readonly (readonly [string, (arm: ArmSummary) => string])[] = [
  ['arm', ({ name }) => name],
  ['answered', ({ answered, questions }) => `${answered}/${questions}`],
  ['chrF', ({ chrf }) => fixed(chrf, 1)],
  ['best', ({ bestChrf }) => fixed(bestChrf, 1)],
  ['distance', ({ distance }) => fixed(distance, 2)],
  ['as it is', ({ asItIs }) => percent(asItIs)],
  ['edited', ({ edited }) => percent(edited)],
  ['language', ({ inLanguage }) => percent(inLanguage)],
  ['voice', ({ ownVoice }) => percent(ownVoice)],
  ['invented', ({ invented }) => String(invented)],
  ['leaks', ({ leaks }) => String(leaks)],
  ['unfit', ({ otherwiseUnfit }) => String(otherwiseUnfit)],
  ['p50', ({ p50Ms }) => `${p50Ms.toFixed(1)} ms`],
  ['p95', ({ p95Ms }) => `${p95Ms.toFixed(1)} ms`],
  ['cost', ({ costUsd }) => `$${costUsd.toFixed(4)}`],
];

/** The arms as a table for people; `missing` are arms that did not run, each with why. */
export function armTable(
  arms: readonly ArmSummary[],
  missing: readonly { readonly name: string; readonly why: string }[],
): string {
  const rows = [
    columns.map(([title]) => title),
    ...arms.map((arm) => columns.map(([, text]) => text(arm))),
    ...missing.map(({ name, why }) => [name, why]),
  ];
  return aligned(rows);
}

/** How often past answers on the same topic were found. */
export function retrievalText({ all, sameWords, otherWords }: RetrievalSummary): string {
  const rows = Object.entries({
    'all questions': all,
    'asked before in nearly the same words': sameWords,
    'in other words': otherWords,
  }).map(([what, found]) => [
    what,
    String(found.questions),
    percent(found.byExamples),
    percent(found.byNearest),
    percent(found.firstOnTopic),
    percent(found.falsePast),
    percent(found.falseSaved),
  ]);
  return aligned([
    [
      'hit@5',
      'questions',
      'examples',
      'offered',
      'first is on the topic',
      'false offers',
      'false saved replies',
    ],
    ...rows,
  ]);
}

/** Rows with their cells under each other; what is shorter than the first row does not count for the widths. */
function aligned(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const whole = rows.filter((row) => row.length === head.length);
  const widths = head.map((_, column) => Math.max(...whole.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}

function percent(value: number | null): string {
  return value === null ? '-' : `${(100 * value).toFixed(1)} %`;
}
