import type { ChatId } from '#src/core/ids.ts';
import type { Priority } from '#src/telegram/outbox/outbox-row.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/**
 * When a bot may call. A pure state machine; times are those of the steady clock (`Clock.steady`), so that setting the
 * machine's clock makes no pause longer or shorter.
 *
 * A chat is free (not in `chats`) -> (429) -> paused until retry_after has passed -> held: Telegram's published pace
 * for five minutes -> free again.
 * The bot as a whole is paused by a 429 without a chat, by a 429 in a second chat while one is paused, and after
 * several calls in a row that found Telegram unreachable or broken.
 * Broadcasts alone are paced before Telegram asks for it.
 */
export interface Pacing {
  readonly chats: ReadonlyMap<ChatId, ChatPace>;
  readonly botPausedUntil: number;
  /** Calls in a row that found Telegram unreachable or broken. */
  readonly troubles: number;
  /** When the broadcast allowance will be full again. */
  readonly broadcastFullAt: number;
}

/** What holds in one chat after a 429. */
export interface ChatPace {
  readonly pausedUntil: number;
  readonly heldUntil: number;
  /** Earliest time of its next call while held. */
  readonly nextAt: number;
}

/** What Telegram asks for in one chat after a 429. */
export interface FloodPace {
  /** Ms between two calls while held. */
  readonly spacingMs: number;
  readonly pausedUntil: number;
  readonly heldUntil: number;
}

/** How long the published pace holds after a pause. */
const holdMs = 300_000;
/** About 1 message a second in a private chat, 20 a minute in a group (Telegram's bot FAQ). */
const privateSpacingMs = 1_000;
const groupSpacingMs = 3_000;
/** Broadcasts go at 25 a second, below Telegram's 30, so that replies have room; at most five in one instant. */
const broadcastSpacingMs = 40;
const broadcastBurst = 5;
/** From this many troubles in a row on, the bot rests instead of trying one row after another. */
const troublesBeforeRest = 3;

/** The state of a bot that nobody has slowed down. */
export const freePacing: Pacing = {
  chats: new Map(),
  botPausedUntil: 0,
  troubles: 0,
  broadcastFullAt: 0,
};

/** The earliest time at which a call of this priority to this chat may start; `now` when it may start at once. */
export function readyAt(
  pacing: Pacing,
  call: { chatId: ChatId | null; priority: Priority },
  now: number,
): number {
  const chat = call.chatId === null ? undefined : pacing.chats.get(call.chatId);
  const chatAt = chat && chat.heldUntil > now ? Math.max(chat.pausedUntil, chat.nextAt) : 0;
  const broadcastAt = call.priority === priority.broadcast ? broadcastReadyAt(pacing) : 0;
  return Math.max(now, pacing.botPausedUntil, chatAt, broadcastAt);
}

/** Whether nothing slows this chat down: it and the bot are not paused, no pace holds, and Telegram answers. */
export function isFree(pacing: Pacing, chatId: ChatId, now: number): boolean {
  const chat = pacing.chats.get(chatId);
  const held = chat !== undefined && chat.heldUntil > now;
  return !held && pacing.botPausedUntil <= now && pacing.troubles === 0;
}

/** The earliest time at which any broadcast may start. */
export function broadcastReadyAt(pacing: Pacing): number {
  return pacing.broadcastFullAt - (broadcastBurst - 1) * broadcastSpacingMs;
}

/** Notes that a call starts. */
export function afterStart(
  pacing: Pacing,
  call: { chatId: ChatId | null; priority: Priority },
  now: number,
): Pacing {
  const broadcastFullAt =
    call.priority === priority.broadcast
      ? Math.max(pacing.broadcastFullAt, now) + broadcastSpacingMs
      : pacing.broadcastFullAt;
  const chat = call.chatId === null ? undefined : pacing.chats.get(call.chatId);
  if (call.chatId === null || !chat) return { ...pacing, broadcastFullAt };
  const chats = new Map(pacing.chats);
  if (chat.heldUntil <= now) chats.delete(call.chatId);
  else chats.set(call.chatId, { ...chat, nextAt: now + spacing(call.chatId) });
  return { ...pacing, chats, broadcastFullAt };
}

/** What holds in a chat after a 429 that came now. */
export function paceAfterFlood(chatId: ChatId, retryAfterMs: number, now: number): FloodPace {
  const pausedUntil = now + retryAfterMs;
  return { spacingMs: spacing(chatId), pausedUntil, heldUntil: pausedUntil + holdMs };
}

/** Notes a 429. `chatId` is null for a call that belongs to no chat. */
export function afterFlood(
  pacing: Pacing,
  flood: { chatId: ChatId | null; retryAfterMs: number },
  now: number,
): Pacing {
  const until = now + flood.retryAfterMs;
  const chats = new Map([...pacing.chats].filter(([, chat]) => chat.heldUntil > now));
  const another = [...chats].some(([id, chat]) => id !== flood.chatId && chat.pausedUntil > now);
  const wholeBot = flood.chatId === null || another;
  if (flood.chatId !== null) {
    const pausedUntil = Math.max(until, chats.get(flood.chatId)?.pausedUntil ?? 0);
    chats.set(flood.chatId, { pausedUntil, heldUntil: pausedUntil + holdMs, nextAt: pausedUntil });
  }
  return {
    ...pacing,
    chats,
    troubles: 0,
    botPausedUntil: wholeBot ? Math.max(pacing.botPausedUntil, until) : pacing.botPausedUntil,
  };
}

/** Notes a call that found Telegram unreachable or broken; after several in a row the bot rests for `restMs`. */
export function afterTrouble(
  pacing: Pacing,
  restMs: (troubles: number) => number,
  now: number,
): Pacing {
  const troubles = pacing.troubles + 1;
  if (troubles < troublesBeforeRest) return { ...pacing, troubles };
  const until = now + restMs(troubles - troublesBeforeRest + 1);
  return { ...pacing, troubles, botPausedUntil: Math.max(pacing.botPausedUntil, until) };
}

/** Notes how a call to this chat (null: to none) ended. `restMs` gives how long the bot rests after several troubles. */
export function afterOutcome(
  pacing: Pacing,
  chatId: ChatId | null,
  outcome: SendOutcome,
  at: { now: number; restMs: (troubles: number) => number },
): Pacing {
  switch (outcome.outcome) {
    case 'flood':
      return afterFlood(pacing, { chatId, retryAfterMs: outcome.retryAfterMs }, at.now);
    case 'transient':
    case 'unknown':
      return afterTrouble(pacing, at.restMs, at.now);
    default:
      return pacing.troubles === 0 ? pacing : { ...pacing, troubles: 0 };
  }
}

/** How many ms lie between two calls while a chat is held. Groups have negative ids. */
function spacing(chatId: ChatId): number {
  return chatId < 0 ? groupSpacingMs : privateSpacingMs;
}
