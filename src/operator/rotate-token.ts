import { type ChangedTenant, type ChangeOptions, outcome } from './change-outcome.ts';
import { type BotWarning, checkBot } from './check-bot.ts';
import { findLiveTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** A tenant whose token was replaced. */
export interface RotatedToken extends ChangedTenant {
  readonly warnings: readonly BotWarning[];
}

/** Replaces a tenant's bot token by a new one of the same bot. */
export async function rotateToken(
  tools: Pick<OperatorTools, 'control' | 'clock' | 'checkToken'>,
  slug: string,
  token: string,
  options: ChangeOptions = {},
): Promise<RotatedToken | OperatorRefusal> {
  const { control, clock } = tools;
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  const checked = await checkBot(tools, token);
  if (!checked.ok) return checked;
  const { me, warnings } = checked;
  if (me.id !== record.botId) return refusal('other-bot', { username: record.botUsername });
  if (options.dryRun) return { ...outcome(record, false, options), warnings };
  const changed = await control.change(record.tenantId, {
    token,
    botUsername: me.username,
    botInfo: JSON.stringify(me),
    connection: 'ok',
    connectionAt: clock.now(),
  });
  await control.recordAct('rotate-token', record.tenantId);
  return { ...outcome(changed, true), warnings };
}
