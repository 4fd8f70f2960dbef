import type { UserFromGetMe, WebhookInfo } from 'grammy/types';
import { refuse, type Result } from '#src/core/result.ts';
import { callApi, createApi } from '#src/telegram/api-client.ts';

/** What Telegram says of a bot and of its webhook. */
export interface BotLook {
  readonly me: UserFromGetMe;
  readonly webhook: WebhookInfo;
}

/** Time limit of one call, in ms. */
const timeoutMs = 15_000;

/** Asks Telegram how a bot stands; changes nothing and takes no updates. */
export async function lookAtBot(
  apiRoot: string,
  token: string,
): Promise<Result<BotLook, 'refused' | 'unreachable'>> {
  const api = createApi({ token, apiRoot, timeoutMs });
  const me = await callApi(api, 'getMe', {});
  if (me.outcome === 'unauthorized' || me.outcome === 'refused') return refuse('refused');
  if (me.outcome !== 'ok') return refuse('unreachable');
  const info = await callApi(api, 'getWebhookInfo', {});
  if (info.outcome !== 'ok') return refuse('unreachable');
  return { ok: true, me: me.result as UserFromGetMe, webhook: info.result as WebhookInfo };
}
