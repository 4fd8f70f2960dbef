import type { FanId } from '#src/core/ids.ts';
import type { FactId } from '../fact.ts';

/** What a button asks for. `wipe` asks, `wiped` does it, for the facts up to the newest that was shown. */
export type FactTap =
  | {
      readonly do: 'list' | 'wipe' | 'summary' | 'summary-edit' | 'summary-delete' | 'summary-gone';
      readonly fanId: FanId;
    }
  | { readonly do: 'open' | 'edit' | 'delete' | 'gone'; readonly id: FactId }
  | { readonly do: 'wiped'; readonly fanId: FanId; readonly upTo: FactId };

const pattern = /^fa:([a-z-]{1,16}):(\d{1,15})(?::(\d{1,15}))?$/;

/** The callback data of a button: `fa:<what>:<ids>`, at most 64 bytes. */
export function tapData(tap: FactTap): string {
  switch (tap.do) {
    case 'open':
    case 'edit':
    case 'delete':
    case 'gone':
      return `fa:${tap.do}:${tap.id}`;
    case 'wiped':
      return `fa:wiped:${tap.fanId}:${tap.upTo}`;
    default:
      return `fa:${tap.do}:${tap.fanId}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and rows each time. */
export function readTapData(data: string): FactTap | null {
  const [, what, first, second] = pattern.exec(data) ?? [];
  if (first === undefined) return null;
  if (what === 'wiped') {
    if (second === undefined) return null;
    return { do: what, fanId: Number(first) as FanId, upTo: Number(second) as FactId };
  }
  if (second !== undefined) return null;
  switch (what) {
    case 'list':
    case 'wipe':
    case 'summary':
    case 'summary-edit':
    case 'summary-delete':
    case 'summary-gone':
      return { do: what, fanId: Number(first) as FanId };
    case 'open':
    case 'edit':
    case 'delete':
    case 'gone':
      return { do: what, id: Number(first) as FactId };
    default:
      return null;
  }
}
