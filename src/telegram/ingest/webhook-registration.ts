import type { Api } from 'grammy';
import { callApi } from '#src/telegram/api-client.ts';
import { allowedUpdates } from '#src/telegram/ingest/allowed-updates.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** Tells Telegram to deliver a bot's updates to this URL, with this secret in each request. */
export function registerWebhook(
  api: Api,
  hook: { url: string; secret: string; maxConnections: number },
): Promise<SendOutcome> {
  return callApi(api, 'setWebhook', {
    url: hook.url,
    secret_token: hook.secret,
    allowed_updates: allowedUpdates,
    max_connections: hook.maxConnections,
  });
}

/** Takes a bot's webhook away. Updates that wait stay, and come by polling or to the next webhook. */
export function removeWebhook(api: Api): Promise<SendOutcome> {
  return callApi(api, 'deleteWebhook', { drop_pending_updates: false });
}

/** The URL of a tenant's webhook. */
export function webhookUrlOf(publicUrl: string, webhookPath: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/hook/${webhookPath}`;
}
