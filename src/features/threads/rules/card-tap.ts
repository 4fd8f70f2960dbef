import type { FanId } from '#src/core/ids.ts';

/** What a button about cards asks for: a fan's card as a new message, there or in General, or in place of the tapped one. */
export type CardTap = 'show' | 'general' | 'back';

const pattern = /^ca:(show|general|back):(\d{1,15})$/;

/** The callback data of a button: `ca:<tap>:<fan id>`, far below Telegram's 64 bytes. */
export function cardTap(tap: CardTap, fanId: FanId): string {
  return `ca:${tap}:${fanId}`;
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readCardTap(data: string): { tap: CardTap; fanId: FanId } | null {
  const match = pattern.exec(data);
  return match ? { tap: match[1] as CardTap, fanId: Number(match[2]) as FanId } : null;
}
