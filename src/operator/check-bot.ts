import type { UserFromGetMe } from 'grammy/types';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** Shape of a bot token: the bot's id, a colon, then 35 characters today (Bot API, "Authorizing your bot"). */
const tokenPattern = /^\d{3,}:[A-Za-z0-9_-]{20,}$/;

/** A fact about a bot that its creator should know before going on. */
export interface BotWarning {
  readonly code: 'no-groups' | 'topics-cost-stars';
  readonly message: string;
}

/** Asks Telegram whose token this is. */
export async function checkBot(
  tools: Pick<OperatorTools, 'checkToken'>,
  token: string,
): Promise<{ ok: true; me: UserFromGetMe; warnings: BotWarning[] } | OperatorRefusal> {
  if (!tokenPattern.test(token)) return refusal('token-malformed');
  const checked = await tools.checkToken(token);
  if (checked.ok) return { ok: true, me: checked.me, warnings: botWarnings(checked.me) };
  return checked.reason === 'refused' ? refusal('token-refused') : refusal('telegram-unreachable');
}

/** What is worth telling about a bot's switches at @BotFather. */
export function botWarnings(me: UserFromGetMe): BotWarning[] {
  const warnings: BotWarning[] = [];
  if (!me.can_join_groups) {
    warnings.push({
      code: 'no-groups',
      message:
        'This bot may not join groups, so the desk cannot be a forum group. Allow it: @BotFather, /setjoingroups.',
    });
  }
  if (me.has_topics_enabled) {
    warnings.push({
      code: 'topics-cost-stars',
      message:
        'Threaded Mode is on for this bot: while it is, Telegram keeps 15 % of every Stars purchase in it. Switch it off in @BotFather unless it is meant.',
    });
  }
  return warnings;
}
