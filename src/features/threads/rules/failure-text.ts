import { unreachable } from '#src/core/result.ts';
import type { Translate } from '#src/core/texts.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';

/** Why a reply did not arrive, as a sentence for the creator. */
export function failureText(reason: FailureReason, name: string, t: Translate): string {
  switch (reason) {
    case 'blocked':
      return t('threads-failed-blocked', { name });
    case 'gone':
      return t('threads-failed-gone', { name });
    case 'never-started':
    case 'chat-missing':
    case 'no-access':
      return t('threads-failed-unreachable', { name });
    case 'message-missing':
      return t('threads-failed-message-missing', { name });
    case 'cannot-copy':
    case 'media-refused':
      return t('threads-failed-cannot-copy', { name });
    case 'too-long':
      return t('threads-failed-too-long', { name });
    case 'unknown':
      return t('threads-failed-unknown', { name });
    case 'gave-up':
    case 'expired':
      return t('threads-failed-gave-up', { name });
    case 'topic-missing':
    case 'topic-closed':
    case 'cannot-delete':
    case 'cannot-edit':
    case 'reaction-refused':
    case 'not-a-forum':
    case 'refused':
      return t('threads-failed-refused', { name });
    default:
      return unreachable(reason);
  }
}
