import type { MessageId, SavedReplyId, ThreadId } from '#src/core/ids.ts';

/**
 * What a button of saved replies asks for. `pick`, `preview` and `send` answer a fan; the others manage what is saved.
 */
export type ReplyTap =
  | { readonly do: 'pick'; readonly threadId: ThreadId; readonly page: number }
  | { readonly do: 'preview'; readonly threadId: ThreadId; readonly id: SavedReplyId }
  | {
      readonly do: 'send';
      readonly threadId: ThreadId;
      readonly id: SavedReplyId;
      /** The message that was sent from this place before; 0 for none. */
      readonly after: MessageId | 0;
    }
  | { readonly do: 'list'; readonly page: number }
  | { readonly do: 'open' | 'rename' | 'edit' | 'ask-delete' | 'delete'; readonly id: SavedReplyId }
  | { readonly do: 'new' };

const pick = /^re:pick:(\d{1,15}):(\d{1,6})$/;
const preview = /^re:preview:(\d{1,15}):(\d{1,15})$/;
const send = /^re:send:(\d{1,15}):(\d{1,15}):(\d{1,15})$/;
const list = /^re:list:(\d{1,6})$/;
const one = /^re:(open|rename|edit|ask-delete|delete):(\d{1,15})$/;

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: ReplyTap): string {
  switch (tap.do) {
    case 'pick':
      return `re:pick:${tap.threadId}:${tap.page}`;
    case 'preview':
      return `re:preview:${tap.threadId}:${tap.id}`;
    case 'send':
      return `re:send:${tap.threadId}:${tap.id}:${tap.after}`;
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
  const shown = preview.exec(data);
  if (shown) {
    return {
      do: 'preview',
      threadId: Number(shown[1]) as ThreadId,
      id: Number(shown[2]) as SavedReplyId,
    };
  }
  const sent = send.exec(data);
  if (sent) {
    return {
      do: 'send',
      threadId: Number(sent[1]) as ThreadId,
      id: Number(sent[2]) as SavedReplyId,
      after: Number(sent[3]) as MessageId | 0,
    };
  }
  const listed = list.exec(data);
  if (listed) return { do: 'list', page: Number(listed[1]) };
  const single = one.exec(data);
  if (!single) return null;
  const what = single[1] as 'open' | 'rename' | 'edit' | 'ask-delete' | 'delete';
  return { do: what, id: Number(single[2]) as SavedReplyId };
}
