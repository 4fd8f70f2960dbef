import type { ImportId } from '#src/core/ids.ts';

/** What a button below a checked table asks for: bring it in, or forget it. */
export interface TransferTap {
  readonly do: 'run' | 'drop';
  readonly id: ImportId;
}

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: TransferTap): string {
  return `tr:${tap.do}:${tap.id}`;
}

const pattern = /^tr:(run|drop):(\d{1,15})$/;

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): TransferTap | null {
  const match = pattern.exec(data);
  return match && { do: match[1] as TransferTap['do'], id: Number(match[2]) as ImportId };
}
