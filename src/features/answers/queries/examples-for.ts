import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import { fold } from '#src/features/search/index.ts';
import type { ExampleAnswer } from '../past-answer.ts';
import { chooseExamples } from '../rules/choose-examples.ts';
import { nearness } from '../rules/choose-near.ts';
import { loadLanguages } from '../rules/language-of.ts';
import { likeness, tellingShape } from '../rules/near-duplicate.ts';
import { soughtIn, spokenOf } from '../rules/spoken-of.ts';
import { wordLikeness } from '../rules/weigh.ts';
import { withoutWords } from '../rules/without-words.ts';
import { fanNames } from './fan-names.ts';
import { findCandidates } from './find-candidates.ts';
import { keptAway } from './kept-away.ts';
import type { Wanted } from './nearest-answers.ts';
import { privateWords } from './private-words.ts';
import { newestPairs } from './read-pairs.ts';

/** Where little is near, the newest answers show how the creator writes now. */
const mostNewest = 40;
/** For each example so many are looked at that are in the fan's language, the nearest first. */
const choice = 2;

/** What words count that a pair has besides those asked for. */
const besides = 0.2;
/** What counts besides being near to what was asked: that the answer speaks of what is asked now. */
const speaking = 0.4;

/**
 * Pairs that show how the creator answers, for a model: near to what the fan wrote, in the fan's language, each unlike the
 * others, best first; none with fans who keep their messages away from providers. They may hold what was true for one fan or day alone; names of fans are
 * replaced, and so is what a fan told and the answer repeats (`privateWords`).
 */
export const examplesFor = longQuery(
  import.meta.url,
  'examplesFor',
  async (reader: Reader, { text, language, limit }: Wanted): Promise<ExampleAnswer[]> => {
    const { pairs, weights } = await findCandidates(reader, text, { inReplies: true });
    const newest = await newestPairs(reader, mostNewest);
    const all = new Map([...newest, ...pairs].map((pair) => [pair.id, pair]));
    for (const id of await keptAway(reader, [...all.keys()])) all.delete(id);
    const languages = await loadLanguages();
    const wanted = language ?? languages.surely(text);
    const asked = tellingShape([...weights.keys()]);
    const sought = soughtIn(weights);
    const scored = [...all.values()]
      .map((pair) => {
        const question = tellingShape(pair.words);
        const words = wordLikeness(weights, pair.words, besides);
        const letters = likeness(asked, question);
        const speaks = speaking * spokenOf(sought, fold(pair.replyText));
        return { pair, question, score: nearness({ words, letters }) + speaks };
      })
      .toSorted((a, b) => b.score - a.score || b.pair.id - a.pair.id);
    const near: typeof scored = [];
    for (const one of scored) {
      if (near.length >= choice * limit) break;
      if (wanted === null || languages.mayBe(one.pair.replyText, wanted)) near.push(one);
    }
    const chosen = chooseExamples(near, limit);
    const names = await fanNames(
      reader,
      chosen.map(({ id }) => id),
    );
    const secret = await privateWords(reader, chosen);
    return chosen.map(({ id, fanText, replyText, answeredAt }) => {
      const words = secret.get(id) ?? new Set();
      return {
        id,
        fanText: withoutWords(fanText, words),
        replyText: withoutWords(replyText, words),
        answeredAt,
        names: names.get(id) ?? [],
      };
    });
  },
);
