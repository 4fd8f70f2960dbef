import { longQuery } from '#src/storage/long-query.ts';
import { languageOf } from '../rules/language-of.ts';

/** The languages of these texts (`languageOf`), told in a thread: what tells them takes 100 MB there. */
export const languagesOf = longQuery(
  import.meta.url,
  'languagesOf',
  async (_reader, { texts }: { readonly texts: readonly string[] }): Promise<(string | null)[]> =>
    await Promise.all(texts.map(languageOf)),
);
