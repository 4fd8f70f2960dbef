import type { ThreadId } from '#src/core/ids.ts';

/** The callback data of the button that asks for a draft in a thread: `dr:ask:<thread id>`. The feature drafts reads it. */
export function draftTap(threadId: ThreadId): string {
  return `dr:ask:${threadId}`;
}
