import type { Services } from '#src/core/services.ts';
import { preferencesOf, setPreference } from '#src/features/preferences/index.ts';
import { activeDesk } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { nearLimits, periodOf, type UsageStanding } from '../rules/standing.ts';
import { nearText } from '../rules/usage-texts.ts';

/** Tells the creator that 80 % of a limit is used, once for each month of drafts and each day of cost. */
export async function tellUsage(
  tx: Tx,
  standing: UsageStanding,
  services: Services,
): Promise<void> {
  const near = nearLimits(standing);
  if (near.length === 0) return;
  const desk = await activeDesk(tx);
  if (!desk) return;
  const now = services.clock.now();
  const { language, usageTold } = await preferencesOf(tx);
  const untold = near.filter((limit) => usageTold[limit] !== periodOf(limit, standing.since, now));
  for (const limit of untold) {
    const text = nearText(limit, standing, { t: services.texts.for(language), language });
    await enqueue(tx, now, {
      method: 'sendMessage',
      payload: { chat_id: desk.chatId, text },
      audience: 'desk',
      chatId: desk.chatId,
    });
  }
  if (untold.length === 0) return;
  const told = Object.fromEntries(
    untold.map((limit) => [limit, periodOf(limit, standing.since, now)]),
  );
  await setPreference(tx, 'usageTold', { ...usageTold, ...told }, 'automation', now);
}
