import { Composer } from 'grammy';
import { AppError } from '#src/core/errors.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { Feature } from '#src/telegram/feature.ts';
import type { TestStorage } from '#test/support/open-test-storage.ts';
import type { TestTenant } from '#test/support/start-fanline.ts';

/** A feature whose handling of some texts fails, as a bug of ours would. */
export interface Poison extends Feature {
  /** Texts that fail, for as long as they are in here. */
  readonly texts: Set<string>;
}

/** Makes the feature; it must come before those whose handling is to fail. */
export function poisonFeature(): Poison {
  const texts = new Set<string>();
  const handlers = new Composer<FanlineContext>();
  handlers.on('message:text', async (ctx, next) => {
    if (texts.has(ctx.message.text)) {
      throw new AppError('test.poison', 'bug', 'This text is poison.');
    }
    await next();
  });
  return { name: 'poison', texts, handlers };
}

/**
 * Lets every update that has failed once fail for the last time at its next try, and lets that try come with the next
 * update: five tries would take two and a half minutes.
 */
export async function skipToLastTry(storage: TestStorage, tenant: TestTenant): Promise<void> {
  await storage.store.transact(tenant.record.tenantId, async (tx) => {
    await tx.db
      .updateTable('stored_update')
      .set({ attempts: 4, not_before: 0 })
      .where('state', '=', 'waiting')
      .where('attempts', '>', 0)
      .execute();
  });
}
