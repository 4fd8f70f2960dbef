import type { Actor } from '#src/core/actor.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { FaqEntry, FaqEntryId } from '../persona.ts';
import type { AnsweredEntry } from '../rules/match-faq.ts';
import type { Written } from './line-rows.ts';

/** How many entries there are. */
export async function countEntries(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('faq_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One page of the entries, in the order in which they were written. */
export async function entriesPage(
  reader: Reader,
  page: { limit: number; offset: number },
): Promise<FaqEntry[]> {
  return await reader.db
    .selectFrom('faq_entry')
    .select(['id', 'question', 'answer'])
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** All entries with who wrote them and when (epoch ms), in the order in which they were written. */
export async function writtenEntries(reader: Reader): Promise<
  {
    question: string;
    answer: string | null;
    actor: Actor;
    at: number;
    changedAt: number | null;
  }[]
> {
  return await reader.db
    .selectFrom('faq_entry')
    .select(['question', 'answer', 'actor', 'created_at as at', 'changed_at as changedAt'])
    .orderBy('id')
    .execute();
}

/** All entries whose answer is written. */
export async function answeredEntries(reader: Reader): Promise<AnsweredEntry[]> {
  return await reader.db
    .selectFrom('faq_entry')
    .select(['id', 'question', 'answer'])
    .where('answer', 'is not', null)
    .orderBy('id')
    .$narrowType<{ answer: string }>()
    .execute();
}

/** The entry with this id. */
export async function entryById(reader: Reader, id: FaqEntryId): Promise<FaqEntry | undefined> {
  return await reader.db
    .selectFrom('faq_entry')
    .select(['id', 'question', 'answer'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Writes an entry down. */
export async function insertEntry(
  tx: Tx,
  entry: { question: string; answer: string | null },
  { actor, author, now }: Written,
): Promise<FaqEntryId> {
  const row = await tx.db
    .insertInto('faq_entry')
    .values({
      question: entry.question,
      answer: entry.answer,
      actor,
      author_user_id: author,
      created_at: now,
      changed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Puts another question or answer into an entry; false when it is not there. */
export async function updateEntry(
  tx: Tx,
  id: FaqEntryId,
  change: { question: string } | { answer: string },
  { actor, author, now }: Written,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('faq_entry')
    .set({ ...change, actor, author_user_id: author, changed_at: now })
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Removes an entry; false when it is not there. */
export async function deleteEntry(tx: Tx, id: FaqEntryId): Promise<boolean> {
  const gone = await tx.db.deleteFrom('faq_entry').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Removes every entry. */
export async function deleteAllEntries(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('faq_entry').execute();
}
