/** What a button of this feature asks for. */
export type Tap = 'card' | 'done' | 'retry' | 'open' | 'page';

const pattern = /^th:(card|done|retry|open|page):(\d{1,15})$/;

/** The callback data of a button: `th:<tap>:<row id>` (for `page` the number of a page, from 0), far below Telegram's 64 bytes. */
export function tapData(tap: Tap, id: number): string {
  return `th:${tap}:${id}`;
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): { tap: Tap; id: number } | null {
  const match = pattern.exec(data);
  return match ? { tap: match[1] as Tap, id: Number(match[2]) } : null;
}
