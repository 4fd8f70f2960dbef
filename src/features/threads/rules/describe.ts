import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import type { MessageContent } from '../message.ts';

/** Says in words what a message carries, in one language: for content that cannot be copied, and for lists. */
export function describe(
  content: Pick<MessageContent, 'kind' | 'attachment'>,
  t: Translate,
): string {
  const { kind, attachment } = content;
  switch (kind) {
    case 'text':
      return t('threads-kind-text');
    case 'photo':
      return t('threads-kind-photo');
    case 'video':
      return t('threads-kind-video');
    case 'voice':
      return t('threads-kind-voice');
    case 'video_note':
      return t('threads-kind-video-note');
    case 'audio':
      return t('threads-kind-audio');
    case 'document':
      return t('threads-kind-document');
    case 'sticker':
      return t('threads-kind-sticker', { emoji: attachment?.emoji ?? '' }).trim();
    case 'animation':
      return t('threads-kind-animation');
    case 'location':
      return t('threads-kind-location');
    case 'venue':
      return t('threads-kind-venue', { title: attachment?.title ?? '' });
    case 'contact':
      return t('threads-kind-contact', { name: attachment?.name ?? '' });
    case 'poll':
      return [
        t('threads-kind-poll', { question: attachment?.question ?? '' }),
        ...(attachment?.options ?? []).map((option) => `• ${option}`),
      ].join('\n');
    case 'dice':
      return `${attachment?.emoji ?? '🎲'} ${attachment?.value ?? ''}`.trim();
    case 'unsupported':
      return t('threads-kind-unsupported');
    default:
      return unreachable(kind);
  }
}
