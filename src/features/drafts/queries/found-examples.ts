import { type ExampleAnswer, examplesFor } from '#src/features/answers/index.ts';
import type { Persona } from '#src/features/persona/index.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import { languageOf } from '../rules/language-of.ts';
import { replyLanguage } from '../rules/reply-language.ts';
import { type ExampleSource, exampleSources } from './example-sources.ts';

/** What examples are looked for by. */
export interface ExamplesWanted extends Pick<Persona, 'languages'> {
  /** What the fan wrote. */
  readonly text: string;
  readonly limit: number;
}

/** In which language a reply is to be (null: it could not be told), and examples for it with whose words they hold. */
export interface FoundExamples {
  readonly language: string | null;
  readonly examples: readonly (ExampleAnswer & ExampleSource)[];
}

/** Finds both in one read: to give a thread a tenant's file takes longer than most reads. */
export const foundExamples = longQuery(
  import.meta.url,
  'foundExamples',
  async (reader: Reader, { text, languages, limit }: ExamplesWanted): Promise<FoundExamples> => {
    const language = replyLanguage({ languages }, await languageOf(text));
    const near = await examplesFor.run(reader, { text, language: language ?? undefined, limit });
    const sources = await exampleSources(
      reader,
      near.map(({ id }) => id),
    );
    return {
      language,
      examples: near.flatMap((example) => {
        const source = sources.find(({ id }) => id === example.id);
        return source ? [{ ...example, ...source }] : [];
      }),
    };
  },
);
