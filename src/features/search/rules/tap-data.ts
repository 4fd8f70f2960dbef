import type { SearchQueryId } from '#src/core/ids.ts';

const pattern = /^se:(\d{1,15}):(\d{1,3})$/;

/** The callback data of a button that turns to a page (from 0) of what was found: `se:<query id>:<page>`. */
export function tapData(queryId: SearchQueryId, page: number): string {
  return `se:${queryId}:${page}`;
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): { queryId: SearchQueryId; page: number } | null {
  const match = pattern.exec(data);
  return match ? { queryId: Number(match[1]) as SearchQueryId, page: Number(match[2]) } : null;
}
