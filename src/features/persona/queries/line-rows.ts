import type { Actor } from '#src/core/actor.ts';
import type { UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { HabitName, PersonaLine, PersonaLineId, PersonaPart } from '../persona.ts';

/** Who writes a line, and when (epoch ms). */
export interface Written {
  readonly actor: Actor;
  readonly author: UserId | null;
  readonly now: number;
}

/** All lines of the persona, each part's in the order in which they were written. */
export async function allLines(reader: Reader): Promise<PersonaLine[]> {
  return await reader.db
    .selectFrom('persona_line')
    .select(['id', 'part', 'text'])
    .orderBy('id')
    .execute();
}

/** All lines with who wrote them and when (epoch ms), in the order in which they were written. */
export async function writtenLines(
  reader: Reader,
): Promise<{ part: PersonaPart; text: string; actor: Actor; at: number }[]> {
  return await reader.db
    .selectFrom('persona_line')
    .select(['part', 'text', 'actor', 'created_at as at'])
    .orderBy('id')
    .execute();
}

/** The lines of one part. */
export async function linesOf(
  reader: Reader,
  part: PersonaPart,
): Promise<(PersonaLine & { readonly habit: HabitName | null })[]> {
  return await reader.db
    .selectFrom('persona_line')
    .select(['id', 'part', 'text', 'habit'])
    .where('part', '=', part)
    .orderBy('id')
    .execute();
}

/** Writes lines of a part behind those that are there. */
export async function insertLines(
  tx: Tx,
  part: PersonaPart,
  texts: readonly string[],
  { actor, author, now }: Written,
  habit: HabitName | null = null,
): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map((text) => ({
    part,
    text,
    habit,
    actor,
    author_user_id: author,
    created_at: now,
  }));
  await tx.db.insertInto('persona_line').values(rows).execute();
}

/** Puts another text into a line. */
export async function updateLine(
  tx: Tx,
  id: PersonaLineId,
  text: string,
  { actor, author, now }: Written,
): Promise<void> {
  await tx.db
    .updateTable('persona_line')
    .set({ text, actor, author_user_id: author, created_at: now })
    .where('id', '=', id)
    .execute();
}

/** Removes all lines of a part. */
export async function deletePart(tx: Tx, part: PersonaPart): Promise<void> {
  await tx.db.deleteFrom('persona_line').where('part', '=', part).execute();
}

/** Removes a line; gives its part, or undefined when it is not there. */
export async function deleteLine(tx: Tx, id: PersonaLineId): Promise<PersonaPart | undefined> {
  const row = await tx.db
    .deleteFrom('persona_line')
    .where('id', '=', id)
    .returning('part')
    .executeTakeFirst();
  return row?.part;
}

/** Removes every line. */
export async function deleteAllLines(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('persona_line').execute();
}
