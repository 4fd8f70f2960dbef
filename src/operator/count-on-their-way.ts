import type { BotId, TenantId } from '#src/core/ids.ts';
import type { ArrivalsInspector } from '#src/storage/inspect-arrivals.ts';
import type { Reader } from '#src/storage/reader.ts';

/** An acknowledged update as the tenant's file would know it. */
export interface AcknowledgedUpdate {
  readonly botId: BotId;
  readonly updateId: number;
}

/**
 * A tenant's updates in the journal of arrivals. Asked for before the tenant's file is read, so that none slips through in
 * between: the journal forgets an update only after its tenant's file has it. Throws as `ArrivalsInspector.updatesOf`.
 */
export async function acknowledgedUpdates(
  arrivals: ArrivalsInspector,
  tenantId: TenantId,
): Promise<AcknowledgedUpdate[]> {
  const updates = await arrivals.updatesOf(tenantId);
  return updates.map(({ botId, payload }) => {
    const { update_id: updateId } = JSON.parse(payload) as { readonly update_id: number };
    return { botId, updateId };
  });
}

/** How many different ones of these the tenant's file does not have. */
export async function countOnTheirWay(
  reader: Reader,
  updates: readonly AcknowledgedUpdate[],
): Promise<number> {
  const missing = new Set<string>();
  for (const { botId, updateId } of updates) {
    const stored = await reader.db
      .selectFrom('stored_update')
      .select('id')
      .where('bot_id', '=', botId)
      .where('update_id', '=', updateId)
      .executeTakeFirst();
    if (!stored) missing.add(`${botId}/${updateId}`);
  }
  return missing.size;
}
