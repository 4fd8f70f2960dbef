import { longQuery } from '#src/storage/long-query.ts';
import { hasWaiting } from '#src/telegram/ingest/update-queries.ts';
import { hasUnsent } from '#src/telegram/outbox/outbox-queries.ts';

/** Whether an earlier process has left updates that wait, or messages that were not sent. */
export const leftToDo = longQuery(
  import.meta.url,
  'leftToDo',
  async (reader) => (await hasWaiting(reader)) || (await hasUnsent(reader)),
);
