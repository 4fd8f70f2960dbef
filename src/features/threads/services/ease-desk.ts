import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FloodPace } from '#src/telegram/outbox/pacing.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { deskLoad } from '../queries/load-rows.ts';
import { pressureOf, upsertPace } from '../queries/pressure-rows.ts';
import { isHeld, paceNow } from '../pressure.ts';
import { deskMode } from '../rules/desk-mode.ts';
import type { DeskMode } from '../rules/desk-mode.ts';
import type { Desk } from '../thread.ts';
import { startDigest, touchDigest } from './keep-digest.ts';

/** Telegram slowed a chat down: where it is the desk, what goes to it may have to be merged or gathered. */
export async function slowDesk(
  tx: Tx,
  chatId: ChatId,
  pace: FloodPace,
  services: Services,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (desk?.chatId !== chatId) return;
  const before = await pressureOf(tx, desk.id);
  const known = before ? paceNow(before, services.clock.now()).pausedUntil : 0;
  const pausedUntil = Math.max(pace.pausedUntil, known);
  await upsertPace(tx, desk.id, { ...pace, pausedUntil });
  await easeDesk(tx, desk, services);
}

/** How relays go to the desk now; a digest is begun when it is time for one. */
export async function easeDesk(tx: Tx, desk: Desk, services: Services): Promise<DeskMode> {
  const now = services.clock.now();
  const pressure = await pressureOf(tx, desk.id);
  if (!isHeld(pressure, now)) return 'single';
  if (pressure.digest === 'live') return 'digest';
  const mode = deskMode(await deskLoad(tx, desk, ['queued']), pressure, now);
  if (mode === 'digest') await startDigest(tx, pressure, services);
  return mode;
}

/** Whether messages of fans are gathered in this desk's digest now instead of being relayed. */
export async function gathers(tx: Tx, desk: Desk): Promise<boolean> {
  return (await pressureOf(tx, desk.id))?.digest === 'live';
}

/** Who waits has changed: a digest that shows it follows. */
export async function waitingChanged(tx: Tx, services: Pick<Services, 'clock'>): Promise<void> {
  const desk = await activeDesk(tx);
  if (desk && (await gathers(tx, desk))) await touchDigest(tx, desk.id, services);
}
