import type { PastAnswerId } from '#src/core/ids.ts';
import { examplesFor, nearestAnswers } from '#src/features/answers/index.ts';
import { percentile } from '#test/bench/support/stats.ts';
import type { Arm, Question } from './arms/arm.ts';
import type { Bed } from './bed.ts';
import type { Exchange } from './dialogues/dialogue.ts';
import { type FalseOffers, falseOffers } from './false-offers.ts';
import { type Measured, measurePrediction, type Yardstick } from './measure-prediction.ts';
import { chrf } from './metrics/chrf.ts';

/** Of the replies so many are predicted: the newest. */
const lateShare = 0.2;
/** Past answers that are looked at for a hit. */
const hitsAt = 5;
/** chrF of two questions on one topic from which on they are the same words, but for a greeting or a slip. */
const sameWords = 60;

/** How well past answers on the same topic were found for one question; null where there is none to be found. */
export interface Retrieval {
  readonly question: Question;
  /** By what a prompt gets as examples. */
  readonly byExamples: boolean | null;
  /** By what is offered without a model, of the answers that may be offered at all. */
  readonly byNearest: boolean | null;
  /** Whether the first that is offered is on the topic; null where nothing is offered. */
  readonly firstOnTopic: boolean | null;
  readonly falseOffers: FalseOffers;
  /** Whether it was asked before in nearly the same words. */
  readonly askedBefore: boolean;
}

/** What replaying a creator's history found. */
export interface Replayed {
  readonly retrievals: readonly Retrieval[];
  /** Under each arm's name. */
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
}

/** The time at which a history is cut: what was answered from this index on is predicted. */
export function cutOf(exchanges: readonly Exchange[]): number {
  return Math.floor(exchanges.length * (1 - lateShare));
}

/**
 * Plays a history in order. From the cut on each arm predicts every reply, knowing all that came before it; then what was
 * really sent is written down.
 */
export async function replay(
  bed: Bed,
  arms: readonly Arm[],
  { among, voices }: Pick<Yardstick, 'among' | 'voices'>,
): Promise<Replayed> {
  const { exchanges } = bed.history;
  const cut = cutOf(exchanges);
  for (const arm of arms) await arm.begin?.(bed);
  for (const exchange of exchanges.slice(0, cut)) {
    await bed.ask(exchange);
    await bed.answer(exchange);
  }
  const lengths = exchanges.slice(0, cut).map(({ reply }) => reply.length);
  const yardstick: Yardstick = {
    history: bed.history,
    among,
    voices,
    lengths: { p10: percentile(lengths, 0.1), p90: percentile(lengths, 0.9) },
  };
  // The reading threads are started and have what tells languages apart.
  await bed.storage.store.readLong(bed.tenantId, nearestAnswers, { text: 'hello', limit: 1 });

  const retrievals: Retrieval[] = [];
  const measured = new Map<string, Measured[]>(arms.map(({ name }) => [name, []]));
  for (const [index, exchange] of exchanges.entries()) {
    if (index < cut) continue;
    await bed.ask(exchange);
    const question = {
      exchange,
      text: exchange.asked.join('\n'),
      before: exchanges.slice(0, index),
    };
    if (exchange.topic !== null) retrievals.push(await retrieve(bed, question));
    for (const arm of arms) {
      const started = performance.now();
      const prediction = await arm.predict(bed, question);
      const ms = performance.now() - started;
      measured.get(arm.name)?.push(await measurePrediction(question, prediction, ms, yardstick));
    }
    await bed.answer(exchange);
  }
  return { retrievals, measured };
}

async function retrieve(bed: Bed, question: Question): Promise<Retrieval> {
  const { store } = bed.storage;
  const { text, exchange } = question;
  const past = await bed.pastAnswers();
  const onTopic = (id: number) => {
    const found = past.get(id as PastAnswerId)?.exchange;
    return found?.topic === exchange.topic && found?.language === exchange.language;
  };
  const fitting = [...past].filter(([id]) => onTopic(id));
  const relevant = fitting.map(([, found]) => found);
  const args = { text, limit: hitsAt };
  const examples = await store.readLong(bed.tenantId, examplesFor, args);
  const nearest = await store.readLong(bed.tenantId, nearestAnswers, args);
  const [first] = nearest;
  return {
    question,
    byExamples: relevant.length === 0 ? null : examples.some(({ id }) => onTopic(id)),
    byNearest: relevant.some(({ reusable }) => reusable)
      ? nearest.some(({ id }) => onTopic(id))
      : null,
    firstOnTopic: first ? onTopic(first.id) : null,
    falseOffers: await falseOffers(
      bed,
      args,
      fitting.map(([id]) => id),
    ),
    askedBefore: relevant.some((found) => chrf(text, found.exchange.asked.join('\n')) >= sameWords),
  };
}
