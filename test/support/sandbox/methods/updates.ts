import { ApiError, badRequest } from '../api-error.ts';
import type { Json } from '../state.ts';
import { isLoopback } from '../updates/webhook-delivery.ts';
import { type Method, numberParam, textParam } from './call.ts';

/** The longest long poll in the real server (tdlib/telegram-bot-api, Client.cpp). */
const longestPoll = 50;
const webhookPorts = new Set(['', '443', '80', '88', '8443']);

/** https://core.telegram.org/bots/api#getupdates */
const getUpdates: Method = (call) => {
  const { queue } = call.bot;
  if (queue.webhook !== undefined)
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  queue.allow(call.params['allowed_updates'] as string[] | undefined);
  const offset = numberParam(call, 'offset') ?? 0;
  if (offset !== 0) queue.confirm(offset);
  const limit = Math.min(Math.max(numberParam(call, 'limit') ?? 100, 1), 100);
  const timeout = Math.min(Math.max(numberParam(call, 'timeout') ?? 0, 0), longestPoll);
  return queue.poll(limit, timeout, call.onAbort);
};

/** Plain http and any port are fine for this machine; Telegram itself wants https on four ports. */
function checkWebhookUrl(url: string) {
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const { protocol, hostname, port } = new URL(url);
  if (isLoopback(hostname)) return;
  if (protocol !== 'https:')
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!webhookPorts.has(port))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
}

/** https://core.telegram.org/bots/api#setwebhook */
const setWebhook: Method = (call) => {
  const { queue } = call.bot;
  const url = textParam(call, 'url') ?? '';
  if (url !== '') checkWebhookUrl(url);
  const secretToken = textParam(call, 'secret_token');
  if (secretToken !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secretToken))
    throw badRequest('secret token contains unallowed characters');
  queue.allow(call.params['allowed_updates'] as string[] | undefined);
  if (call.params['drop_pending_updates'] === true) queue.clear();
  const maxConnections = Math.min(Math.max(numberParam(call, 'max_connections') ?? 40, 1), 100);
  queue.setWebhook(url === '' ? undefined : { url, secretToken, maxConnections });
  return true;
};

/** https://core.telegram.org/bots/api#deletewebhook */
const deleteWebhook: Method = (call) => {
  if (call.params['drop_pending_updates'] === true) call.bot.queue.clear();
  call.bot.queue.setWebhook(undefined);
  return true;
};

/** https://core.telegram.org/bots/api#getwebhookinfo */
const getWebhookInfo: Method = ({ bot }): Json => {
  const { webhook, size, allowedTypes } = bot.queue;
  return {
    url: webhook?.target.url ?? '',
    has_custom_certificate: false,
    pending_update_count: size,
    max_connections: webhook?.target.maxConnections,
    last_error_date: webhook?.lastError?.date,
    last_error_message: webhook?.lastError?.message,
    allowed_updates: allowedTypes,
  };
};

/** How updates leave. */
export const updateMethods: Record<string, Method> = {
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
};
