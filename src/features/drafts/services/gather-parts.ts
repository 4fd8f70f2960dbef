import type { MessageId } from '#src/core/ids.ts';
import type { ExampleAnswer } from '#src/features/answers/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { ExampleSource } from '../queries/example-sources.ts';
import { foundExamples } from '../queries/found-examples.ts';
import type { Known } from '../rules/check-draft.ts';
import { personaLines } from '../rules/persona-lines.ts';
import type { PartsGiven } from '../rules/prompt-parts.ts';
import type { MemorySource } from '../ports.ts';
import type { AskedDraft } from './asked-draft.ts';
import { fanTexts, namesOf, type Own, ownTexts, readOwn } from './read-own.ts';

/** Most pairs that a prompt may hold; the budget decides. */
const mostExamples = 10;
/** Of what the fan wrote so much is looked for in examples and FAQ. */
const mostWords = 2_000;

/** What a prompt about one fan is made of, and what its answers are held against. */
export interface Gathered {
  readonly own: Own;
  readonly parts: PartsGiven;
  readonly known: Omit<Known, 'secrets'>;
  readonly fanNames: readonly string[];
  /** Messages of the turns, in their order. */
  readonly messageIds: readonly MessageId[];
  /** As in the parts, and whose words they hold. */
  readonly examples: readonly (ExampleAnswer & ExampleSource)[];
}

/** Gathers what a model is told for a draft, all of it about this tenant and, but for examples, about this fan. */
export async function gatherParts(
  asked: AskedDraft,
  memory: MemorySource,
  preparation: Preparation,
): Promise<Gathered> {
  const { read, readLong, services } = preparation;
  const { fan, texts } = asked;
  const text = texts.join('\n').slice(-mostWords);
  const own = await read((reader) => readOwn(reader, asked, memory));
  const { language, examples } = await readLong(foundExamples, {
    text,
    languages: own.persona.languages,
    limit: mostExamples,
  });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: own.timeZone, dateStyle: 'short' });
  const persona = personaLines(own.persona);
  const fanNames = namesOf(fan);
  const { lengths, turns } = own;
  return {
    own,
    parts: {
      persona,
      faq: own.faq,
      examples,
      fanName: fan.firstName,
      facts: own.said.facts.map(({ id, text: fact, saidAt }) => ({
        id,
        fanId: fan.id,
        day: day.format(saidAt),
        text: fact,
      })),
      summary: own.said.summary === null ? null : { fanId: fan.id, text: own.said.summary },
      turns: turns.map(({ direction, text: said }) => ({
        fanId: fan.id,
        from: direction === 'in' ? 'fan' : 'creator',
        text: said,
      })),
      wish: {
        language,
        today: day.format(services.clock.now()),
        change: asked.change,
        problems: [],
        before: asked.offered,
        lengths: lengths && { from: lengths.p10, to: lengths.p90 },
        romance: false,
        adult: asked.adultUpTo !== null,
      },
    },
    known: {
      language,
      lengths,
      texts: ownTexts(own),
      fanNames,
      otherNames: [...new Set(examples.flatMap(({ names }) => names))],
      fanTexts: fanTexts(own),
      exampleTexts: examples,
      romance: false,
      possibleMinor: asked.atHand.includes('possible-minor'),
    },
    fanNames,
    messageIds: turns.map(({ id }) => id),
    examples,
  };
}
