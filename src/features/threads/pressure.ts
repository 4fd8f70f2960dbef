import type { ChatMessageId, DeskId, OutboxId } from '#src/core/ids.ts';
import type { HeldPace } from './rules/desk-mode.ts';

/** What holds at a desk that Telegram slowed down, and its digest. Times are epoch ms. */
export interface DeskPressure {
  readonly deskId: DeskId;
  /** Ms between two calls while held. */
  readonly spacingMs: number;
  readonly pausedUntil: number;
  readonly heldUntil: number;
  /** `live`: messages are gathered in one digest. `ending`: its message is still to say that it is over. */
  readonly digest: 'none' | 'live' | 'ending';
  readonly page: number;
  readonly chatMessageId: ChatMessageId | null;
  readonly shownAt: number | null;
  readonly rowId: OutboxId | null;
  readonly dueAt: number | null;
}

/** Longer than a pause with the five minutes after it lasts, but for the rarest ones. */
const longestHoldMs = 600_000;

/**
 * Whether Telegram's pace holds at the desk now (epoch ms). One that seems to hold for very long began before the
 * machine's clock was set back, and is over.
 */
export function isHeld(pressure: DeskPressure | undefined, now: number): pressure is DeskPressure {
  if (pressure === undefined) return false;
  return pressure.heldUntil > now && pressure.heldUntil <= now + longestHoldMs;
}

/** The pace at the desk as it counts now: one that holds no longer, or seems to for ever, ended by now. */
export function paceNow(pressure: DeskPressure, now: number): HeldPace {
  if (isHeld(pressure, now)) return pressure;
  const { spacingMs, pausedUntil, heldUntil } = pressure;
  return {
    spacingMs,
    pausedUntil: Math.min(pausedUntil, now),
    heldUntil: Math.min(heldUntil, now),
  };
}
