import type { MessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { MessageReader } from '../ports.ts';
import { cursorsOf, messagesAfter, moveCursor } from '../queries/cursor-rows.ts';

const kind = 'read-messages';

/** How long a message waits for others, so that they are read together. */
const patienceMs = 2_000;

/** Messages that one transaction reads: some milliseconds. */
const batchSize = 64;

/** A message was stored: it will be read with others in a moment. */
export async function messageStored(tx: Tx, now: number): Promise<void> {
  await schedule(tx, { kind, key: '', dueAt: now + patienceMs, keep: true }, now);
}

/** Lets a reader read what it has not read yet, `limit` messages at most. True when that was all. */
export async function readNew(
  tx: Tx,
  reader: MessageReader,
  services: Services,
  limit: number = batchSize,
): Promise<boolean> {
  return await readAll(tx, [reader], services, limit);
}

/** The same for several: those that have come equally far, as nearly always all have, are given the same messages. */
async function readAll(
  tx: Tx,
  readers: readonly MessageReader[],
  services: Services,
  limit: number,
): Promise<boolean> {
  const cursors = await cursorsOf(tx);
  const nothing = 0 as MessageId;
  const equallyFar = Map.groupBy(readers, ({ name }) => cursors.get(name) ?? nothing);
  let done = true;
  for (const [cursor, some] of equallyFar) {
    const messages = await messagesAfter(tx, cursor, limit);
    const last = messages.at(-1);
    if (!last) continue;
    for (const reader of some) {
      await reader.read(tx, messages, services);
      await moveCursor(tx, reader.name, last.id);
    }
    done &&= messages.length < limit;
  }
  return done;
}

/** Brings new messages to their readers, a batch at a time. */
export function readMessagesKind(readers: readonly MessageReader[]): JobKind {
  return {
    kind,
    late: 'once',
    async run(tx, _job, services) {
      if (await readAll(tx, readers, services, batchSize)) return;
      // The rest follows at once: a reader that is behind a busy day must not stay behind. Other work has its turn between.
      const now = services.clock.now();
      await schedule(tx, { kind, key: '', dueAt: now }, now);
    },
  };
}
