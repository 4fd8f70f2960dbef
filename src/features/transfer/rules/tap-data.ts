import type { ImportId } from '#src/core/ids.ts';

/**
 * What a button asks for. Below a checked table: bring it in, or forget it. Below the number of rows that wait for their
 * fans: show it, ask whether to forget them, forget them.
 */
export type TransferTap =
  | { readonly do: 'run' | 'drop'; readonly id: ImportId }
  | { readonly do: 'waiting' | 'ask-forget' | 'forget' };

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: TransferTap): string {
  return 'id' in tap ? `tr:${tap.do}:${tap.id}` : `tr:${tap.do}`;
}

const ofTable = /^tr:(run|drop):(\d{1,15})$/;
const ofWaiting = /^tr:(waiting|ask-forget|forget)$/;

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): TransferTap | null {
  const table = ofTable.exec(data);
  if (table) return { do: table[1] as 'run' | 'drop', id: Number(table[2]) as ImportId };
  const waiting = ofWaiting.exec(data);
  return waiting && { do: waiting[1] as 'waiting' | 'ask-forget' | 'forget' };
}
