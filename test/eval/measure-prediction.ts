import { distance } from '#src/features/drafts/rules/distance.ts';
import {
  type CheckedDraft,
  checkDraft,
  type Known,
} from '#src/features/drafts/rules/check-draft.ts';
import type { ProblemKind } from '#src/features/drafts/rules/checks/problem.ts';
import { languageOf } from '#src/features/drafts/rules/language-of.ts';
import type { Prediction, Question } from './arms/arm.ts';
import type { History } from './dialogues/dialogue.ts';
import { chrf } from './metrics/chrf.ts';
import { isInLanguage } from './metrics/is-in-language.ts';
import { nearestVoice, type Voice } from './metrics/style.ts';

/** Problems that mean: this stands nowhere. */
const invented: ReadonlySet<ProblemKind> = new Set([
  'amount',
  'time',
  'link',
  'contact',
  'promise',
  'code',
]);

/** What one prediction was worth. What tells of a text is of the first one, which a person sees first. */
export interface Measured {
  readonly question: Question;
  readonly texts: readonly string[];
  /** Null where nothing was said. */
  readonly chrf: number | null;
  /** Of the text that comes nearest. */
  readonly bestChrf: number | null;
  readonly distance: number | null;
  /** Of the text that comes nearest. */
  readonly bestDistance: number | null;
  /** Null where nobody can say. */
  readonly inLanguage: boolean | null;
  readonly ownVoice: boolean | null;
  /** Of all texts: what the product's checks found in them that is known nowhere. */
  readonly invented: readonly string[];
  /** Of all texts: what belongs to other fans. */
  readonly leaks: readonly string[];
  /** Of all texts: how many the checks found anything else in. */
  readonly otherwiseUnfit: number;
  readonly ms: number;
  readonly costMicroUsd: number;
}

/** What predictions for one creator are held against. */
export interface Yardstick {
  readonly history: History;
  /** Languages between which a short text is told. */
  readonly among: readonly string[];
  /** The voices of the creators who write a language, from what they wrote before. One alone tells nothing. */
  readonly voices: ReadonlyMap<string, ReadonlyMap<string, Voice>>;
  readonly lengths: Known['lengths'];
}

/** Measures a prediction against what was sent. */
export async function measurePrediction(
  question: Question,
  { texts, costMicroUsd }: Prediction,
  ms: number,
  yardstick: Yardstick,
): Promise<Measured> {
  const { exchange } = question;
  const { language, reply } = exchange;
  const [first] = texts;
  const scores = texts.map((text) => chrf(text, reply));
  const voices = language === null ? undefined : yardstick.voices.get(language);
  const problems = await Promise.all(texts.map((text) => problemsOf(text, question, yardstick)));
  return {
    question,
    texts,
    chrf: scores[0] ?? null,
    bestChrf: scores.length === 0 ? null : Math.max(...scores),
    distance: first === undefined ? null : distance(first, reply),
    bestDistance:
      texts.length === 0 ? null : Math.min(...texts.map((text) => distance(text, reply))),
    inLanguage:
      first === undefined || language === null
        ? null
        : await isInLanguage(first, language, yardstick.among),
    ownVoice:
      first === undefined || !voices || voices.size < 2
        ? null
        : nearestVoice(first, voices) === yardstick.history.name,
    invented: problems
      .flat()
      .filter(({ kind }) => invented.has(kind))
      .map(({ kind, found }) => `${kind}: ${found}`),
    leaks: [
      ...problems
        .flat()
        .filter(({ kind }) => kind === 'other-name')
        .map(({ kind, found }) => `${kind}: ${found}`),
      ...leakedCanaries(texts, question),
    ],
    otherwiseUnfit: problems.filter((some) =>
      some.some(({ kind }) => !invented.has(kind) && kind !== 'other-name' && kind !== 'language'),
    ).length,
    ms,
    costMicroUsd,
  };
}

/** What other fans confided and these texts say. */
function leakedCanaries(texts: readonly string[], { exchange, before }: Question): string[] {
  const said = texts.join('\n').toLowerCase();
  return before
    .filter(({ canary, fan }) => canary !== null && fan !== exchange.fan)
    .map(({ canary }) => `canary: ${canary}`)
    .filter((_, index, all) =>
      said.includes((all[index] ?? '').slice('canary: '.length).toLowerCase()),
    );
}

async function problemsOf(text: string, { exchange, before }: Question, yardstick: Yardstick) {
  const { history, lengths } = yardstick;
  const draft: CheckedDraft = { text, language: await languageOf(text) };
  const others = new Set(before.map(({ fan }) => fan));
  others.delete(exchange.fan);
  return checkDraft(draft, {
    language: exchange.language,
    lengths,
    texts: [
      ...Object.values(history.persona),
      ...Object.values(history.faq),
      ...before.filter(({ fan }) => fan === exchange.fan).map(({ reply }) => reply),
    ],
    fanNames: [exchange.fan],
    otherNames: [...others],
    secrets: [],
    romance: false,
    possibleMinor: false,
  });
}
