import type { MessageId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** Messages that are looked through at most, the newest: some tenth of a second. */
const mostMessages = 50_000;

/** The creator's own texts, newest first: without saved replies and without drafts that went as they were. */
export async function selectReplies(reader: Reader) {
  const newest = await reader.db
    .selectFrom('message')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  const query = reader.db
    .selectFrom('message')
    .where('message.id', '>', ((newest?.id ?? 0) - mostMessages) as MessageId)
    .where('message.direction', '=', 'out')
    .where('message.actor', '=', 'creator')
    .where('message.kind', '=', 'text')
    .where('message.deleted_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('saved_reply_sent')
            .select('saved_reply_sent.message_id')
            .whereRef('saved_reply_sent.message_id', '=', 'message.id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('draft_sent')
            .select('draft_sent.message_id')
            .whereRef('draft_sent.message_id', '=', 'message.id')
            .where('draft_sent.edited', '=', 0),
        ),
      ),
    )
    .orderBy('message.id', 'desc');
  return { query };
}
