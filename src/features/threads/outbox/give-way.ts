import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import type { Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { hasQueuedRelays } from '../queries/load-rows.ts';
import { pressureIn } from '../queries/pressure-rows.ts';
import { isHeld } from '../pressure.ts';

const restMs = 10_000;
const lastLane = '/last';

/**
 * At a desk that Telegram slows down, marks and reactions give way to messages: they go on in a lane of their own, in
 * which nobody waits behind them, and look every 10 s whether there is room. Null when there is.
 */
export async function giveWay(
  tx: Tx,
  row: OutboxRow,
  services: Services,
): Promise<Prepared | null> {
  if (row.chatId === null) return null;
  const now = services.clock.now();
  if (!isHeld(await pressureIn(tx, row.chatId), now)) return null;
  if (!(await hasQueuedRelays(tx))) return null;
  if (row.lane.endsWith(lastLane)) return { do: 'later', at: now + restMs };
  const { kind, method, payload, ref, audience, chatId, priority } = row;
  const same = { kind, method, payload, ref, audience, chatId, priority };
  await enqueue(tx, now, { ...same, lane: `${row.lane}${lastLane}`, notBefore: now + restMs });
  return { do: 'drop' };
}
