import type { MiddlewareFn } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { FanlineContext } from '#src/telegram/fanline-context.ts';
import { forbiddenApi } from '#src/telegram/forbidden-api.ts';

/** Whose updates are handled, as the runtime knows the tenant now. */
export interface HandlingScope {
  readonly tenant: TenantRecord;
  readonly me: UserFromGetMe;
}

/** What handling needs besides the transaction. */
export interface HandlingParts {
  readonly services: Services;
  readonly middleware: MiddlewareFn<FanlineContext>;
}

/** Takes one update through the features, in the caller's savepoint. Throws what a handler throws; then nothing of it may hold. */
export async function handleUpdate(
  tx: Tx,
  update: Update,
  { tenant, me }: HandlingScope,
  { services, middleware }: HandlingParts,
): Promise<void> {
  const ctx = new FanlineContext(update, forbiddenApi, me, { tenant, tx, services });
  await middleware(ctx, () => Promise.resolve());
  services.crashPoints?.reach('inside-transaction');
}
