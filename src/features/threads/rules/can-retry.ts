import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';

/** Whether sending a reply once more can help: what Telegram refused for good would be refused again. */
export function canRetry(reason: FailureReason): boolean {
  return (
    reason === 'unknown' || reason === 'gave-up' || reason === 'blocked' || reason === 'refused'
  );
}
