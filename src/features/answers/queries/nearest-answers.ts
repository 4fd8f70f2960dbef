import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { NearAnswer, PastAnswer } from '../past-answer.ts';
import { answerWords, isStop } from '../rules/answer-words.ts';
import { chooseNear, margin, type Measured, nearEnough, nearness } from '../rules/choose-near.ts';
import { type Languages, loadLanguages } from '../rules/language-of.ts';
import { likeness, type Shape, tellingShape } from '../rules/near-duplicate.ts';
import { shareOf, wordLikeness } from '../rules/weigh.ts';
import { withoutPleasantries } from '../rules/without-courtesies.ts';
import { findCandidates } from './find-candidates.ts';
import { privateWords } from './private-words.ts';
import { savedTexts } from './saved-texts.ts';

/** What is looked for. */
export interface Wanted {
  /** What the fan wrote. */
  readonly text: string;
  /** The fan's language (ISO 639-1) where it is known; else it is told from the text. */
  readonly language?: string | undefined;
  readonly limit: number;
}

/** Saved replies that are looked at, the most used first. */
const mostSaved = 100;
/** Where the question is farther than this, the answer is not read: what it says would not make it near enough. */
const farthest = 0.2;
/** Of an answer, and of a saved reply, so much is read. */
const answerLetters = 500;
/** What words count that a text has besides those asked for: a saved reply is an answer, and says more than was asked. */
const besides = { pair: 0.35, saved: 0.02 } as const;

/**
 * The answers that the creator gave to nearly the same, and the saved replies that have its words, best first; none where
 * nothing is near. Answers that held for one fan or day alone are left out, those that
 * repeat what only their fan told, and those in another language.
 */
export const nearestAnswers = longQuery(
  import.meta.url,
  'nearestAnswers',
  async (reader: Reader, { text, language, limit }: Wanted): Promise<NearAnswer[]> => {
    const { pairs, weights } = await findCandidates(reader, text);
    if (weights.size === 0) return [];
    const asked = tellingShape([...weights.keys()]);
    const found = [
      ...pairs.filter(({ reusable }) => reusable).map((pair) => measurePair(pair, weights, asked)),
      ...(await measureSaved(reader, weights)),
    ].filter(({ answer }) => answer.score >= margin);
    if (found.length === 0) return [];
    const languages = await loadLanguages();
    const surely = language ?? languages.surely(text);
    const likely = surely ?? languages.likely(text);
    const near = nearEnough(
      found
        .flatMap((one) => inLanguage(one, surely, languages))
        .map((one) => ({ ...one, likelyLanguage: one.answer.language === likely })),
    );
    const chosen = chooseNear(await withoutPrivate(reader, near, weights), limit);
    // Where the fan's language cannot be told, all that is offered is in that of the nearest.
    const nearest = surely === null ? (chosen[0]?.language ?? null) : null;
    return chosen.filter((one) => nearest === null || languages.mayBe(one.replyText, nearest));
  },
);

type Unread = Omit<Measured, 'sameLanguage' | 'likelyLanguage'>;

function measurePair(pair: PastAnswer, weights: ReadonlyMap<string, number>, shape: Shape): Unread {
  const own = pair.words.filter((word) => weights.has(word) || !isStop(word));
  const words = wordLikeness(weights, own, besides.pair);
  const letters = likeness(shape, tellingShape(pair.words));
  const { id, fanText, replyText, answeredAt, times } = pair;
  const asked = nearness({ words, letters });
  const score =
    asked < farthest
      ? asked
      : nearness(
          { words, letters },
          shareOf(weights, answerWords(replyText.slice(0, answerLetters))),
        );
  return {
    answer: { kind: 'past-answer', id, fanText, replyText, answeredAt, score, language: null },
    words,
    letters,
    times,
  };
}

/** Those that say nothing that one fan alone told; what the fan asks with the same word is no news to them. */
async function withoutPrivate(
  reader: Reader,
  near: readonly Measured[],
  asked: ReadonlyMap<string, number>,
): Promise<Measured[]> {
  const pairs = near.flatMap(({ answer }) => (answer.kind === 'past-answer' ? [answer] : []));
  const secret = await privateWords(reader, pairs);
  return near.filter(({ answer }) => {
    const words = answer.kind === 'past-answer' ? secret.get(answer.id) : undefined;
    return words === undefined || [...words].every((word) => asked.has(word));
  });
}

/** The saved replies. Of them words alone tell how near they are. */
async function measureSaved(
  reader: Reader,
  weights: ReadonlyMap<string, number>,
): Promise<Unread[]> {
  // Where nothing was asked in telling words, any text has some of them.
  if ([...weights.keys()].every(isStop)) return [];
  const saved = await savedTexts(reader, mostSaved);
  return saved.map(({ id, name, text, usedCount, usedAt }) => {
    const own = answerWords(`${name} ${withoutPleasantries(text.slice(0, answerLetters))}`);
    const words = wordLikeness(weights, own, besides.saved);
    const answer = {
      kind: 'saved-reply' as const,
      id,
      fanText: name,
      replyText: text,
      answeredAt: usedAt,
      score: words,
      language: null,
    };
    return { answer, words, letters: words, times: usedCount };
  });
}

/** With its language; nothing for an answer in another one, unless the creator answers fans of this language so. */
function inLanguage(
  one: Unread,
  wanted: string | null,
  languages: Languages,
): Omit<Measured, 'likelyLanguage'>[] {
  const { fanText, replyText, kind } = one.answer;
  const language = languages.likely(replyText);
  const sameLanguage = wanted !== null && language === wanted;
  const may =
    wanted === null ||
    sameLanguage ||
    languages.mayBe(replyText, wanted) ||
    (kind === 'past-answer' && languages.surely(fanText) === wanted);
  return may ? [{ ...one, answer: { ...one.answer, language }, sameLanguage }] : [];
}
