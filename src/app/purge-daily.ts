import { errorCode } from '#src/core/error-code.ts';
import { type PurgeParts, purgeDeleted } from '#src/operator/purge-deleted.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Purges deleted tenants whose grace is over, now and once a day. The answer stops it and waits for a running purge. */
export function purgeDaily(parts: PurgeParts): () => Promise<void> {
  let cancel = () => {};
  let stopped = false;
  let running = Promise.resolve();
  const purge = () => {
    running = purgeDeleted(parts)
      .then(
        () => undefined,
        (error: unknown) => parts.log.error('app.purge-failed', { code: errorCode(error) }),
      )
      .then(() => {
        if (!stopped) cancel = parts.clock.after(dayMs, purge);
      });
  };
  purge();
  return async () => {
    stopped = true;
    cancel();
    await running;
  };
}
