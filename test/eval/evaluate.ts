import { machine, table } from '#test/bench/report.ts';
import type { Arm } from './arms/arm.ts';
import { gullibleModel } from './arms/gullible-model.ts';
import { lastReply, nearestAnswer, nearestHoweverFar, whatWasSent } from './arms/plain-arms.ts';
import { type Instead, proposeWith } from './arms/propose-with.ts';
import type { RealModel } from './arms/real-model.ts';
import type { History } from './dialogues/dialogue.ts';
import { careSeen, figuresOf } from './figures.ts';
import type { Voice } from './metrics/style.ts';
import { armTable, retrievalText } from './report.ts';
import { type Evaluated, runEval } from './run-eval.ts';
import { summarizeArm, summarizeRetrieval } from './summarize.ts';

/** What is evaluated. */
export interface Evaluation {
  readonly histories: readonly History[];
  /** Where a key is set. */
  readonly real: RealModel | undefined;
  /** Voices beside those of the histories, under language and name. */
  readonly otherVoices?: ReadonlyMap<string, ReadonlyMap<string, Voice>>;
  readonly tell: (progress: string) => void;
}

/** Names of the arms with a model. */
const names = { gullible: 'pipeline, gullible fake', real: 'pipeline, real provider' } as const;

/** Runs every arm over these histories; the result as one object, and as text for people. */
export async function evaluate({ histories, real, otherVoices, tell }: Evaluation) {
  const started = Date.now();
  const instead: Record<string, Instead> = { [names.gullible]: new Map() };
  const arms: Arm[] = [
    lastReply,
    nearestAnswer,
    nearestHoweverFar,
    proposeWith(names.gullible, gullibleModel(), instead[names.gullible]),
  ];
  if (real) {
    instead[names.real] = new Map();
    arms.push(proposeWith(names.real, real.llm, instead[names.real]));
  }
  arms.push(whatWasSent);
  const evaluated = await runEval(histories, arms, { tell, ...(otherVoices && { otherVoices }) });
  const { measured, retrievals } = evaluated;
  const summaries = arms.map(({ name }) => summarizeArm(name, measured.get(name) ?? []));
  const retrieval = summarizeRetrieval(retrievals);
  const figures = figuresOf(summaries, measured, retrieval, {
    last: lastReply.name,
    nearest: nearestAnswer.name,
    howeverFar: nearestHoweverFar.name,
    shown: [nearestAnswer.name, names.gullible, names.real],
  });
  const care = careSeen(histories);
  const size = {
    creators: histories.length,
    languages: new Set(histories.flatMap(({ languages }) => languages)).size,
    dialogues: histories.reduce((sum, { dialogues }) => sum + dialogues, 0),
    replies: histories.reduce((sum, { exchanges }) => sum + exchanges.length, 0),
    predicted: summaries[0]?.questions ?? 0,
  };
  const offered = Object.fromEntries(
    Object.entries(instead).map(([name, counts]) => [name, Object.fromEntries(counts)]),
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  const result = {
    machine: machine(),
    seconds,
    size,
    arms: summaries,
    offered,
    retrieval,
    care,
    figures,
  };
  const missing = real ? [] : [{ name: names.real, why: 'not run: no key is set' }];
  const text = [
    Object.entries(size)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
    armTable(summaries, missing),
    ...Object.entries(offered).map(
      ([name, counts]) => `${name} offered: ${JSON.stringify(counts)}`,
    ),
    retrievalText(retrieval),
    ...(care.planted === 0
      ? []
      : [
          `signs that ask for care: ${care.seen} of ${care.planted} seen, ${care.falseAlarms} false alarms in ${care.others} messages`,
        ]),
    table(figures),
    `${JSON.stringify(machine())}, ${seconds} s`,
  ].join('\n\n');
  return { result, text, evaluated };
}

/** What went wrong, line by line: for made-up histories, since it quotes them. */
export function faultsOf({ measured, retrievals }: Evaluated): string[] {
  const lines = [...measured].flatMap(([name, all]) =>
    all.flatMap(({ question, texts, invented, leaks, inLanguage }) => {
      const wrong = [...invented, ...leaks, ...(inLanguage === false ? ['language'] : [])];
      return wrong.length === 0
        ? []
        : [`${name}: ${wrong.join('; ')} | ${question.text} | ${texts.join(' / ')}`];
    }),
  );
  const missed = retrievals.filter(
    ({ byExamples, byNearest }) => byExamples === false || byNearest === false,
  );
  return [
    ...lines,
    ...missed.map(
      ({ byExamples, byNearest, question: { exchange, text } }) =>
        `not found${byExamples === false ? ' as an example' : ''}${byNearest === false ? ' to be offered' : ''}: ${exchange.topic} | ${text}`,
    ),
  ].map((line) => line.replaceAll('\n', ' '));
}
