import type { TenantBot } from '#src/telegram/tenant-bot.ts';

/** Counts of tenants by how their bots stand. */
export interface BotCounts {
  readonly active: number;
  readonly suspended: number;
  readonly quarantined: number;
  /** Active, but Telegram refuses the token. */
  readonly disconnected: number;
  /** Active, but another program takes the updates. */
  readonly conflict: number;
  readonly polling: number;
}

/** How the Telegram side stands, in numbers. */
export interface TelegramStatus extends BotCounts {
  /** Polled updates that wait for their commit. */
  readonly updatesComing: number;
  /** Tenants whose stored updates are being handled or wait for their turn. */
  readonly tenantsHandled: number;
  readonly callsInFlight: number;
}

/** Counts bots; deleted tenants are left out. */
export function countBots(bots: Iterable<TenantBot>): BotCounts {
  const counts = {
    active: 0,
    suspended: 0,
    quarantined: 0,
    disconnected: 0,
    conflict: 0,
    polling: 0,
  };
  for (const { record, polling } of bots) {
    if (record.state === 'deleted') continue;
    if (polling) counts.polling += 1;
    if (record.quarantine !== null) counts.quarantined += 1;
    else if (record.state === 'suspended') counts.suspended += 1;
    else {
      counts.active += 1;
      if (record.connection !== 'ok') counts[record.connection] += 1;
    }
  }
  return counts;
}
