import type { ThreadId } from '#src/core/ids.ts';
import type { InboxFilter, InboxOrder, InboxView } from '../waiting.ts';
import { type SnoozeChoice, snoozeChoices } from './snooze-until.ts';

/** What a button of the inbox asks for. */
export type InboxTap =
  | { readonly do: 'list'; readonly view: InboxView }
  | { readonly do: 'next' | 'snooze'; readonly threadId: ThreadId }
  | { readonly do: 'until'; readonly threadId: ThreadId; readonly choice: SnoozeChoice };

const list = /^in:list:(all|vip|new|snoozed):(longest|important):(\d{1,6})$/;
const thread = /^in:(next|snooze):(\d{1,15})$/;
const until = /^in:until:(\d{1,15}):([a-z0-9]{1,10})$/;

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: InboxTap): string {
  switch (tap.do) {
    case 'list':
      return `in:list:${tap.view.filter}:${tap.view.order}:${tap.view.page}`;
    case 'next':
    case 'snooze':
      return `in:${tap.do}:${tap.threadId}`;
    case 'until':
      return `in:until:${tap.threadId}:${tap.choice}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): InboxTap | null {
  const listed = list.exec(data);
  if (listed) {
    const [, filter, order, page] = listed;
    const view = { filter: filter as InboxFilter, order: order as InboxOrder, page: Number(page) };
    return { do: 'list', view };
  }
  const single = thread.exec(data);
  if (single) {
    return { do: single[1] as 'next' | 'snooze', threadId: Number(single[2]) as ThreadId };
  }
  const timed = until.exec(data);
  const choice = snoozeChoices.find((known) => known === timed?.[2]);
  if (!timed || !choice) return null;
  return { do: 'until', threadId: Number(timed[1]) as ThreadId, choice };
}
