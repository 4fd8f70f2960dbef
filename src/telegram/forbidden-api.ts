import { Api } from 'grammy';
import { AppError } from '#src/core/errors.ts';

function noCalls(method?: string): never {
  throw new AppError(
    'telegram.call-in-handler',
    'bug',
    `No network call inside a handler; enqueue it${method ? ` (${method})` : ''}.`,
  );
}

/**
 * The Api that handlers see: every call throws. A handler runs inside a transaction, and what it sends must leave by
 * the outbox. The fetch is closed too, for plugins that build their own Api from this one's options.
 */
export const forbiddenApi: Api = new Api('0:handlers-do-not-call', { fetch: () => noCalls() });
forbiddenApi.config.use((_call, method) => noCalls(method));
