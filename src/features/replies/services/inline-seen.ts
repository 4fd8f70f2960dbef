import { preferenceOf, setPreference } from '#src/features/preferences/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** An inline query came from the desk, which Telegram sends only where inline mode is on (Bot API, Inline mode). */
export async function noteInline(tx: Tx, now: number): Promise<void> {
  if (!(await isInlineSeen(tx))) await setPreference(tx, 'inlineSeen', true, 'automation', now);
}

/** Whether inline mode is known to be on. What the bot said of itself at its creation may be out of date. */
export async function isInlineSeen(reader: Reader): Promise<boolean> {
  return await preferenceOf(reader, 'inlineSeen');
}
