import type { Reader } from '#src/storage/reader.ts';
import type { FaqEntry, Persona } from '../persona.ts';
import { answeredEntries } from '../queries/faq-rows.ts';
import { allLines } from '../queries/line-rows.ts';
import { askedFaq, matchFaq } from '../rules/match-faq.ts';
import { personaFrom } from '../rules/persona-from.ts';

/** How the creator sounds and what is true of them; empty where nothing was said. */
export async function personaOf(reader: Reader): Promise<Persona> {
  return personaFrom(await allLines(reader));
}

/** The answered FAQ entries that these texts may ask for, the most alike first, `limit` at most. */
export async function faqFor(
  reader: Reader,
  texts: readonly string[],
  limit: number,
): Promise<(FaqEntry & { readonly answer: string })[]> {
  return matchFaq(await answeredEntries(reader), texts, limit);
}

/** The answered FAQ entries whose question the first of these texts asks that asks one, the most alike first. */
export async function faqAsked(
  reader: Reader,
  texts: readonly string[],
  limit: number,
): Promise<(FaqEntry & { readonly answer: string })[]> {
  const entries = await answeredEntries(reader);
  for (const text of texts) {
    const asked = askedFaq(entries, text, limit);
    if (asked.length > 0) return asked;
  }
  return [];
}
