import type { SavedReplyId, ThreadId } from '#src/core/ids.ts';

/**
 * What a button of saved replies asks for. `pick`, `preview` and `send` answer a fan; the others manage what is saved.
 */
export type ReplyTap =
  | { readonly do: 'pick'; readonly threadId: ThreadId; readonly page: number }
  | { readonly do: 'preview' | 'send'; readonly threadId: ThreadId; readonly id: SavedReplyId }
  | { readonly do: 'list'; readonly page: number }
  | { readonly do: 'open' | 'rename' | 'edit' | 'ask-delete' | 'delete'; readonly id: SavedReplyId }
  | { readonly do: 'new' };

const pick = /^re:pick:(\d{1,15}):(\d{1,6})$/;
const answer = /^re:(preview|send):(\d{1,15}):(\d{1,15})$/;
const list = /^re:list:(\d{1,6})$/;
const one = /^re:(open|rename|edit|ask-delete|delete):(\d{1,15})$/;

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: ReplyTap): string {
  switch (tap.do) {
    case 'pick':
      return `re:pick:${tap.threadId}:${tap.page}`;
    case 'preview':
    case 'send':
      return `re:${tap.do}:${tap.threadId}:${tap.id}`;
    case 'list':
      return `re:list:${tap.page}`;
    case 'new':
      return 're:new';
    case 'open':
    case 'rename':
    case 'edit':
    case 'ask-delete':
    case 'delete':
      return `re:${tap.do}:${tap.id}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): ReplyTap | null {
  if (data === 're:new') return { do: 'new' };
  const picked = pick.exec(data);
  if (picked) {
    return { do: 'pick', threadId: Number(picked[1]) as ThreadId, page: Number(picked[2]) };
  }
  const answered = answer.exec(data);
  if (answered) {
    return {
      do: answered[1] as 'preview' | 'send',
      threadId: Number(answered[2]) as ThreadId,
      id: Number(answered[3]) as SavedReplyId,
    };
  }
  const listed = list.exec(data);
  if (listed) return { do: 'list', page: Number(listed[1]) };
  const single = one.exec(data);
  if (!single) return null;
  const what = single[1] as 'open' | 'rename' | 'edit' | 'ask-delete' | 'delete';
  return { do: what, id: Number(single[2]) as SavedReplyId };
}
