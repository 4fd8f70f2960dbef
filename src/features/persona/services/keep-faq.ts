import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FaqEntry, FaqEntryId } from '../persona.ts';
import {
  countEntries,
  deleteEntry,
  entryById,
  insertEntry,
  updateEntry,
} from '../queries/faq-rows.ts';
import { countChange } from '../queries/state-rows.ts';
import { type FaqRefusal, readFaqText } from '../rules/faq-text.ts';
import { writtenNow } from './written-now.ts';
import { faqFor } from './persona-of.ts';

/** More than a person keeps in order. */
export const maxEntries = 100;

/** Keeps a question that fans ask, still without an answer. `alike`: an entry that may say the same. */
export async function addQuestion(
  tx: Tx,
  typed: string,
  by: Author,
  services: Services,
): Promise<
  Result<{ id: FaqEntryId; question: string; alike: FaqEntry | undefined }, FaqRefusal | 'too-many'>
> {
  const read = readFaqText('question', typed);
  if (!read.ok) return read;
  if ((await countEntries(tx)) >= maxEntries) return refuse('too-many');
  const [alike] = await faqFor(tx, [read.text], 1);
  const written = writtenNow(by, services);
  const id = await insertEntry(tx, { question: read.text, answer: null }, written);
  await countChange(tx, written.now);
  return { ok: true, id, question: read.text, alike };
}

/** Puts what a person typed into an entry, as its question or its answer. */
export async function writeEntry(
  tx: Tx,
  { id, half, typed }: { id: FaqEntryId; half: 'question' | 'answer'; typed: string },
  by: Author,
  services: Services,
): Promise<Result<{ entry: FaqEntry }, FaqRefusal | 'gone'>> {
  const read = readFaqText(half, typed);
  if (!read.ok) return read;
  const written = writtenNow(by, services);
  const change = half === 'question' ? { question: read.text } : { answer: read.text };
  await updateEntry(tx, id, change, written);
  const entry = await entryById(tx, id);
  if (!entry) return refuse('gone');
  await countChange(tx, written.now);
  return { ok: true, entry };
}

/** Removes an entry; false when it is not there. */
export async function removeEntry(tx: Tx, id: FaqEntryId, services: Services): Promise<boolean> {
  const gone = await deleteEntry(tx, id);
  if (gone) await countChange(tx, services.clock.now());
  return gone;
}
