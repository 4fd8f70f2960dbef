import { sql } from 'kysely';
import type { MessageId, OutboxId, ThreadId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';

/** Which way a message was to go: a relay to the desk, a reply to the fan. */
export type Undelivered = 'relay' | 'reply';

/** A message that did not arrive, with the outbox row that ended badly; of an album the part that stands for all. */
export interface UndeliveredRow {
  readonly rowId: OutboxId;
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly delivery: 'failed' | 'unknown';
  readonly reason: FailureReason;
  readonly endedAt: number;
}

/** Messages of one way that did not arrive and that nobody has settled, oldest first. */
export async function undeliveredRows(
  reader: Reader,
  way: Undelivered,
  page: { limit: number; offset: number },
): Promise<UndeliveredRow[]> {
  const rows = await undelivered(reader, way)
    // Of several rows of a message SQLite takes the other columns from the one with the greatest id.
    .select((of) => [
      of.fn.max('outbox.id').as('rowId'),
      'message.id as messageId',
      'message.thread_id as threadId',
      'message.delivery as delivery',
      'outbox.failure as failure',
      'outbox.finished_at as endedAt',
    ])
    .groupBy('message.id')
    .orderBy('rowId')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    rowId: row.rowId,
    messageId: row.messageId,
    threadId: row.threadId,
    delivery: row.delivery === 'unknown' ? 'unknown' : 'failed',
    reason: (row.failure ?? 'refused') as FailureReason,
    endedAt: row.endedAt ?? 0,
  }));
}

/** The message of this row, if it is one of `undeliveredRows`. */
export async function undeliveredRow(
  reader: Reader,
  way: Undelivered,
  rowId: OutboxId,
): Promise<MessageId | undefined> {
  const row = await undelivered(reader, way)
    .select('message.id as messageId')
    .where('outbox.id', '=', rowId)
    .executeTakeFirst();
  return row?.messageId;
}

/** How many messages of one way did not arrive; `unknown` are those that may have. */
export async function countUndelivered(
  reader: Reader,
  way: Undelivered,
): Promise<{ all: number; unknown: number }> {
  const row = await undelivered(reader, way)
    .select([
      sql<number>`count(distinct message.id)`.as('all'),
      sql<number>`count(distinct iif(message.delivery = 'unknown', message.id, null))`.as(
        'unknown',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { all: row.all, unknown: row.unknown };
}

function undelivered(reader: Reader, way: Undelivered) {
  return (
    reader.db
      .selectFrom('outbox')
      .innerJoin('message', (join) =>
        join.on(sql<boolean>`message.id = json_extract(outbox.ref, '$.messageId')`),
      )
      // A literal, so that SQLite reads the partial index of what needs attention.
      .where(sql<boolean>`outbox.state in ('failed', 'uncertain')`)
      .where('outbox.kind', '=', way)
      .where('message.delivery', 'in', ['failed', 'unknown'])
  );
}
