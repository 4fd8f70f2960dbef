import { type Line, lines } from './lines.ts';

/** What a button of the stages asks for. */
export type StagesTap =
  | { readonly do: 'open' }
  | { readonly do: 'move'; readonly line: Line; readonly by: 1 | -1 };

/** Leads back to what the stages were opened from, which answers it: the settings. */
export const stagesBack = 'ac:back';

const move = /^ac:(up|down):([A-Za-z]{1,20})$/;

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: StagesTap): string {
  return tap.do === 'open' ? 'ac:open' : `ac:${tap.by === 1 ? 'up' : 'down'}:${tap.line}`;
}

/** Reads callback data back; null for anything else. Any client can send any data: check the role each time. */
export function readTapData(data: string): StagesTap | null {
  if (data === 'ac:open') return { do: 'open' };
  const match = move.exec(data);
  const line = lines.find((known) => known === match?.[2]);
  return match && line ? { do: 'move', line, by: match[1] === 'up' ? 1 : -1 } : null;
}
