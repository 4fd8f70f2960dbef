import type { Services } from '#src/core/services.ts';
import type { DeskId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { bringForward } from '#src/telegram/outbox/bring-forward.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { isOpenRow } from '#src/telegram/outbox/has-queued.ts';
import { deskById } from '../queries/desk-rows.ts';
import { holdBackQueued } from '../queries/load-rows.ts';
import { pressureOf, pressuresWithDigest, updatePressure } from '../queries/pressure-rows.ts';
import type { DeskPressure } from '../pressure.ts';

/** Changes of a digest are gathered at least this long, so that it does not eat the pace of what it makes room for. */
const leastIntervalMs = 5_000;

/** From now on messages for this desk are gathered in its digest; what was on its way waits. */
export async function startDigest(
  tx: Tx,
  pressure: DeskPressure,
  services: Services,
): Promise<void> {
  if (pressure.digest !== 'live') {
    await updatePressure(tx, pressure.deskId, { digest: 'live', page: 0 });
  }
  await holdBackQueued(tx);
  await touchDigest(tx, pressure.deskId, services);
}

/**
 * The digest is to be brought up to date: at the next turn that leaves others theirs, or `at` a certain time (epoch
 * ms). One outbox row does it, whatever has changed meanwhile.
 */
export async function touchDigest(
  tx: Tx,
  deskId: DeskId,
  services: Pick<Services, 'clock'>,
  at?: number,
): Promise<void> {
  const pressure = await pressureOf(tx, deskId);
  if (!pressure || pressure.digest === 'none') return;
  const now = services.clock.now();
  const rest = intervalMs(pressure);
  // The clock may have been set back since it was shown.
  const due = at ?? Math.max(now, Math.min((pressure.shownAt ?? 0) + rest, now + rest));
  const underWay = pressure.rowId !== null && pressure.dueAt === null;
  if (underWay && (await isOpenRow(tx, pressure.rowId))) {
    // Its end asks for the next.
    await updatePressure(tx, deskId, { due_at: due });
    return;
  }
  if (pressure.rowId !== null && pressure.dueAt !== null) {
    if (pressure.dueAt <= due) return;
    if (await bringForward(tx, pressure.rowId, due)) {
      await updatePressure(tx, deskId, { due_at: due });
      return;
    }
  }
  const desk = await deskById(tx, deskId);
  if (!desk) return;
  const rowId = await enqueue(tx, now, {
    kind: 'digest',
    method: 'sendMessage',
    payload: {},
    ref: { deskId },
    audience: 'desk',
    chatId: desk.chatId,
    lane: `${desk.chatId}/digest`,
    notBefore: due,
  });
  await updatePressure(tx, deskId, { row_id: rowId, due_at: due });
}

/** Desks that are left have no digest any more; where one stands it says so. */
export async function endDigests(tx: Tx, services: Services): Promise<void> {
  for (const { deskId } of await pressuresWithDigest(tx)) {
    await updatePressure(tx, deskId, { digest: 'ending' });
    await touchDigest(tx, deskId, services, services.clock.now());
  }
}

/** How long lies between two changes of the digest: others have at least every second turn. */
function intervalMs(pressure: DeskPressure): number {
  return Math.max(leastIntervalMs, 2 * pressure.spacingMs);
}
