import { median, percentile } from '#test/bench/support/stats.ts';
import type { Measured } from './measure-prediction.ts';
import type { Retrieval } from './replay.ts';

/** Distances up to which one of the texts would have been sent as it stands, and after a few changes. */
const sent = { asItIs: 0.1, edited: 0.4 } as const;

/** What an arm is worth over all questions. Shares are 0 to 1; null where nothing was to be counted. */
export interface ArmSummary {
  readonly name: string;
  readonly questions: number;
  /** How many it said something to. */
  readonly answered: number;
  /** Means over what was answered: of the first text, and of the one that comes nearest. */
  readonly chrf: number | null;
  readonly bestChrf: number | null;
  readonly distance: number | null;
  /** Of all questions: to how many one of the texts would have been sent as it stands, or with changes. */
  readonly asItIs: number | null;
  readonly edited: number | null;
  readonly inLanguage: number | null;
  readonly ownVoice: number | null;
  /** How many predictions had something invented, something of other fans, anything else that the checks find. */
  readonly invented: number;
  readonly leaks: number;
  readonly otherwiseUnfit: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** US dollars, of all questions. */
  readonly costUsd: number;
}

/** Sums up an arm. */
export function summarizeArm(name: string, measured: readonly Measured[]): ArmSummary {
  const took = measured.map(({ ms }) => ms);
  const has = (what: (one: Measured) => readonly unknown[]) =>
    measured.filter((one) => what(one).length > 0).length;
  return {
    name,
    questions: measured.length,
    answered: has(({ texts }) => texts),
    chrf: mean(measured.map((one) => one.chrf)),
    bestChrf: mean(measured.map((one) => one.bestChrf)),
    distance: mean(measured.map((one) => one.distance)),
    asItIs: share(measured.map(({ bestDistance }) => (bestDistance ?? 1) <= sent.asItIs)),
    edited: share(
      measured.map(
        ({ bestDistance }) =>
          bestDistance !== null && bestDistance > sent.asItIs && bestDistance <= sent.edited,
      ),
    ),
    inLanguage: share(measured.map((one) => one.inLanguage)),
    ownVoice: share(measured.map((one) => one.ownVoice)),
    invented: has((one) => one.invented),
    leaks: has((one) => one.leaks),
    otherwiseUnfit: measured.filter((one) => one.otherwiseUnfit > 0).length,
    p50Ms: took.length === 0 ? 0 : median(took),
    p95Ms: took.length === 0 ? 0 : percentile(took, 0.95),
    costUsd: measured.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0) / 1_000_000,
  };
}

/** chrF of one arm and of another one, over the questions that the first one answered, and over all (silence is 0). */
export function compareChrf(
  one: readonly Measured[],
  other: readonly Measured[],
): { readonly answered: readonly [number, number]; readonly all: readonly [number, number] } {
  const pairs = one.map((measured, index) => [measured, other[index]] as const);
  const answered = pairs.filter(([{ chrf }]) => chrf !== null);
  const of = (some: typeof pairs): [number, number] => [
    mean(some.map(([a]) => a.chrf ?? 0)) ?? 0,
    mean(some.map(([, b]) => b?.chrf ?? 0)) ?? 0,
  ];
  return { answered: of(answered), all: of(pairs) };
}

/** What retrieval found of some questions; null where nothing was to be found. */
export interface Found {
  /** Questions to which an answer on the same topic was there. */
  readonly questions: number;
  readonly byExamples: number | null;
  readonly byNearest: number | null;
  /** Of what is offered first. */
  readonly firstOnTopic: number | null;
  /** Of all questions: to how many something was offered, had nobody asked it before. */
  readonly falsePast: number | null;
  /** To how many a saved reply was offered, though none was on the topic. */
  readonly falseSaved: number | null;
}

/** What retrieval is worth: in all, for what was asked before in nearly the same words, and for what was not. */
export interface RetrievalSummary {
  readonly all: Found;
  readonly sameWords: Found;
  readonly otherWords: Found;
}

/** Sums up what was found. */
export function summarizeRetrieval(retrievals: readonly Retrieval[]): RetrievalSummary {
  return {
    all: foundIn(retrievals),
    sameWords: foundIn(retrievals.filter(({ askedBefore }) => askedBefore)),
    otherWords: foundIn(retrievals.filter(({ askedBefore }) => !askedBefore)),
  };
}

function foundIn(retrievals: readonly Retrieval[]): Found {
  return {
    questions: retrievals.filter(({ byExamples }) => byExamples !== null).length,
    byExamples: share(retrievals.map((one) => one.byExamples)),
    byNearest: share(retrievals.map((one) => one.byNearest)),
    firstOnTopic: share(retrievals.map((one) => one.firstOnTopic)),
    falsePast: share(retrievals.map((one) => one.falseOffers.pastAnswer)),
    falseSaved: share(retrievals.map((one) => one.falseOffers.savedReply)),
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How many are true, of those that are known. */
function share(values: readonly (boolean | null)[]): number | null {
  return mean(values.map((value) => (value === null ? null : Number(value))));
}
