import '../tables.ts';
import type { FanId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Fact, FactActor, FactId, FoundFact } from '../fact.ts';

/** What is known of a fan by what they said, newest first: at most 12. */
export async function factsOf(reader: Reader, fanId: FanId): Promise<Fact[]> {
  return await selectFacts(reader)
    .where('fact.fan_id', '=', fanId)
    .orderBy('message.sent_at', 'desc')
    .orderBy('fact.message_id', 'desc')
    .orderBy('fact.id', 'desc')
    .execute();
}

/** The fact with this id. */
export async function factById(reader: Reader, id: FactId): Promise<Fact | undefined> {
  return await selectFacts(reader).where('fact.id', '=', id).executeTakeFirst();
}

/** Writes down a fact that was found. `now` in epoch ms. */
export async function insertFact(
  tx: Tx,
  fanId: FanId,
  { messageId, subject, text }: FoundFact,
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('fact')
    .values({
      fan_id: fanId,
      message_id: messageId,
      subject,
      text,
      actor: 'automation',
      author_user_id: null,
      created_at: now,
      changed_at: null,
    })
    .execute();
}

/** Puts a person's words into a fact. */
export async function updateFact(
  tx: Tx,
  id: FactId,
  { text, actor, author }: { text: string; actor: FactActor; author: UserId },
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('fact')
    .set({ text, actor, author_user_id: author, changed_at: now })
    .where('id', '=', id)
    .execute();
}

/** Removes facts. */
export async function deleteFacts(tx: Tx, ids: readonly FactId[]): Promise<void> {
  if (ids.length > 0) await tx.db.deleteFrom('fact').where('id', 'in', ids).execute();
}

function selectFacts(reader: Reader) {
  return reader.db
    .selectFrom('fact')
    .innerJoin('message', 'message.id', 'fact.message_id')
    .select([
      'fact.id',
      'fact.fan_id as fanId',
      'fact.message_id as messageId',
      'fact.subject',
      'fact.text',
      'fact.actor',
      'message.sent_at as saidAt',
    ]);
}
