import type { OutboxId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import type { Tx } from '#src/storage/reader.ts';
import { isDue } from '#src/telegram/outbox/due.ts';
import { endBadly, logKindFault } from '#src/telegram/outbox/end-badly.ts';
import { inSavepoint } from '#src/telegram/in-savepoint.ts';
import { markRepeated } from '#src/telegram/outbox/mark-repeated.ts';
import type { Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import {
  changeRow,
  laneHead,
  longestRun,
  nextDueAt,
  nextHead,
  rowsBehind,
  type SenderRow,
} from '#src/telegram/outbox/outbox-queries.ts';
import { type ApiCall, type Priority, priority } from '#src/telegram/outbox/outbox-row.ts';
import { afterStart, broadcastReadyAt, type Pacing, readyAt } from '#src/telegram/outbox/pacing.ts';
import type { Claimed, KindParts, Run } from '#src/telegram/outbox/sender-parts.ts';
import { afterKindFault } from '#src/telegram/outbox/settle.ts';

/** Where claiming stands, as one tenant's sender keeps it. */
export interface ClaimState {
  /** Lanes with a call under way. */
  readonly busyLanes: ReadonlySet<string>;
  readonly pacing: Pacing;
  /** For each priority the lane after which the next look begins, so that all lanes have their turn. */
  readonly cursors: Readonly<Record<Priority, string>>;
  /** Calls that a row's kind needed first, counted by row. */
  readonly preludes: ReadonlyMap<OutboxId, number>;
}

/** What a claim came to. */
export interface ClaimResult {
  readonly runs: readonly Run[];
  /** What follows the calls that were named as the last of their runs, by their rows. */
  readonly ahead: ReadonlyMap<OutboxId, Run>;
  readonly state: Pick<ClaimState, 'pacing' | 'cursors'>;
  /** In how many ms to look again; null when nothing waits for a time. */
  readonly lookInMs: number | null;
}

/** Rows looked at for one priority in one transaction; the next one goes on where this one stopped. */
const mostLooks = 200;
const pauseBetweenLooksMs = 50;
const mostPreludes = 5;

/**
 * Picks the rows whose turn it is, marks them `sending` and prepares their calls, in the caller's transaction: the head
 * of each lane that is not busy, due and within its pace, priorities in their order. Where slots are left over, it also
 * picks what follows the last calls of full runs, so that their lanes do not stand still for a commit.
 */
export async function claim(
  tx: Tx,
  state: ClaimState,
  room: { slots: number; broadcasts: number; lastCalls: readonly Claimed[] },
  parts: KindParts,
): Promise<ClaimResult> {
  const now = parts.services.clock.now();
  const steady = parts.services.clock.steady();
  if (state.pacing.botPausedUntil > steady) {
    return { runs: [], ahead: new Map(), state, lookInMs: state.pacing.botPausedUntil - steady };
  }
  const look: Look = {
    tx,
    parts,
    now,
    steady,
    preludes: state.preludes,
    closed: new Set(state.busyLanes),
    runs: [],
    pacing: state.pacing,
    cursors: { ...state.cursors },
    lookAt: await nextDueAt(tx, now),
  };
  await lookAtLanes(look, priority.reply, room.slots);
  await lookAtLanes(look, priority.relay, room.slots - look.runs.length);
  await lookAtLanes(
    look,
    priority.broadcast,
    Math.min(room.broadcasts, room.slots - look.runs.length),
  );
  // With no slot left over, another lane may wait for the one that a run would keep.
  const ahead = look.runs.length < room.slots ? await lookAhead(look, room.lastCalls) : new Map();
  const { runs, pacing, cursors, lookAt } = look;
  const lookInMs = lookAt === null ? null : Math.max(0, lookAt - now);
  return { runs, ahead, state: { pacing, cursors }, lookInMs };
}

interface Look {
  readonly tx: Tx;
  readonly parts: KindParts;
  readonly now: number;
  /** The same moment on the steady clock, by which the pace is kept. */
  readonly steady: number;
  readonly preludes: ReadonlyMap<OutboxId, number>;
  /** Lanes that have had their turn in this look, or cannot have it. */
  readonly closed: Set<string>;
  readonly runs: Run[];
  pacing: Pacing;
  readonly cursors: Record<Priority, string>;
  lookAt: number | null;
}

/** One round over the lanes that have rows of this priority, from the cursor on and round to it again. */
async function lookAtLanes(look: Look, of: Priority, slots: number): Promise<void> {
  const start = look.cursors[of];
  let after = start;
  let wrapped = start === '';
  let taken = 0;
  for (let looks = 0; taken < slots; looks += 1) {
    if (of === priority.broadcast && !broadcastsMayStart(look)) return;
    if (looks === mostLooks) {
      askAt(look, look.now + pauseBetweenLooksMs);
      break;
    }
    const row = await nextHead(look.tx, { priority: of, afterLane: after, now: look.now });
    if (!row || (wrapped && start !== '' && row.lane > start)) {
      if (wrapped) break;
      wrapped = true;
      after = '';
      continue;
    }
    const turn = look.closed.has(row.lane) ? 'passed' : await takeUp(look, row);
    if (turn === 'ended') continue; // Its lane has another head now.
    look.closed.add(row.lane);
    after = row.lane;
    look.cursors[of] = after;
    if (turn === 'passed') continue;
    taken += 1;
    // A call that another one of the same row follows goes alone.
    const behind = turn.done ? nothing : await claimBehind(look, row);
    look.runs.push({ calls: [turn, ...behind.calls], isFull: behind.isFull });
  }
}

/** Claims what follows calls that are under way, where nothing else of their lanes goes before it. */
async function lookAhead(
  look: Look,
  lastCalls: readonly Claimed[],
): Promise<ReadonlyMap<OutboxId, Run>> {
  const ahead = new Map<OutboxId, Run>();
  for (const { row } of lastCalls) {
    // Broadcasts have fewer slots and a pace of their own.
    if (row.priority === priority.broadcast || (await isOvertaken(look, row))) continue;
    const { calls, isFull } = await claimBehind(look, row);
    const [first, ...rest] = calls;
    if (first) ahead.set(row.id, { calls: [first, ...rest], isFull });
  }
  return ahead;
}

/** Whether a row of this one's lane goes before those behind it: one of more importance, or an earlier one. */
async function isOvertaken(look: Look, row: SenderRow): Promise<boolean> {
  const at = { lane: row.lane, now: look.now };
  if (row.priority !== priority.reply) {
    if ((await laneHead(look.tx, { ...at, priority: priority.reply })) !== undefined) return true;
  }
  const head = await laneHead(look.tx, { ...at, priority: row.priority });
  return head !== undefined && head < row.id;
}

interface Behind {
  readonly calls: readonly Claimed[];
  readonly isFull: boolean;
}

const nothing: Behind = { calls: [], isFull: false };

/** Claims what follows a row in its lane, as much as a run may have, so that one commit serves several calls. */
async function claimBehind(look: Look, head: SenderRow): Promise<Behind> {
  // A lane that Telegram slows down goes on one by one.
  const held = head.chatId !== null && look.pacing.chats.has(head.chatId);
  if (head.audience !== 'desk' || held) return nothing;
  if (!look.parts.kinds.get(head.kind)?.mayFollow?.(head)) return nothing;
  const calls: Claimed[] = [];
  const rows = await rowsBehind(look.tx, head);
  for (const row of rows) {
    const kind = look.parts.kinds.get(row.kind);
    if (!isDue(row, look.now) || row.expiresAt !== null || !kind?.mayFollow?.(row)) {
      return { calls, isFull: false };
    }
    const prepared = await inSavepoint(look.tx, async () =>
      kind.prepare?.(look.tx, row, look.parts.services),
    );
    if (!prepared.ok || !prepared.value) return { calls, isFull: false };
    const { do: what } = prepared.value;
    if (what !== 'call' && what !== 'drop') return { calls, isFull: false };
    const turn = await follow(look, row, prepared.value);
    if (typeof turn === 'object') calls.push(turn);
  }
  return { calls, isFull: rows.length === longestRun - 1 };
}

function broadcastsMayStart(look: Look): boolean {
  const at = broadcastReadyAt(look.pacing);
  if (at <= look.steady) return true;
  askAt(look, look.now + (at - look.steady));
  return false;
}

/** Gives a row its turn: it is claimed, `ended` (its lane goes on with the next), or `passed` for now. */
async function takeUp(look: Look, row: SenderRow): Promise<Claimed | 'ended' | 'passed'> {
  const { tx, parts, now } = look;
  if (row.expiresAt !== null && row.expiresAt <= now) {
    await endBadly(tx, row, { reason: 'expired', code: null, description: 'came too late' }, parts);
    return 'ended';
  }
  if (!isDue(row, now)) return 'passed';
  const at = readyAt(look.pacing, row, look.steady);
  if (at > look.steady) {
    askAt(look, now + (at - look.steady));
    return 'passed';
  }
  const kind = parts.kinds.get(row.kind);
  if (!kind) {
    const description = `no feature knows the kind ${row.kind}`;
    await endBadly(tx, row, { reason: 'refused', code: null, description }, parts);
    return 'ended';
  }
  const prepared = await inSavepoint<Prepared>(
    tx,
    async () => (await kind.prepare?.(tx, row, parts.services)) ?? { do: 'call', call: row },
  );
  if (!prepared.ok) {
    logKindFault(tx, row, 'prepare', prepared.code, parts);
    await afterKindFault(tx, row, prepared.code, parts);
    askAt(look, now + 1000);
    return 'passed';
  }
  return await follow(look, row, prepared.value);
}

async function follow(
  look: Look,
  row: SenderRow,
  prepared: Prepared,
): Promise<Claimed | 'ended' | 'passed'> {
  const { tx, now } = look;
  switch (prepared.do) {
    case 'drop':
      await changeRow(tx, row.id, { state: 'cancelled', payload: null, finished_at: now });
      return 'ended';
    case 'later':
      await changeRow(tx, row.id, {
        not_before: Math.max(prepared.at, now + 1),
        claimed_at: row.claimedAt ?? now,
      });
      askAt(look, prepared.at);
      return 'passed';
    case 'first':
      if ((look.preludes.get(row.id) ?? 0) >= mostPreludes) {
        const description = 'needs one more call first, again and again';
        await endBadly(tx, row, { reason: 'refused', code: null, description }, look.parts);
        return 'ended';
      }
      return await start(look, row, {
        row,
        call: prepared.call,
        step: prepared.own ? 'call' : 'prelude',
        done: prepared.done,
        claimedBefore: row.claimedAt,
      });
    case 'call':
      return await start(look, row, {
        row,
        call: row.repeated ? await marked(look, row, prepared.call) : prepared.call,
        step: 'call',
        claimedBefore: row.claimedAt,
      });
    default:
      return unreachable(prepared);
  }
}

/** Says of what may be at the desk already that it may be a repeat, unless its kind does so. */
async function marked({ tx, parts }: Look, row: SenderRow, call: ApiCall): Promise<ApiCall> {
  if (row.audience !== 'desk' || parts.kinds.get(row.kind)?.marksRepeats) return call;
  for (const hooks of parts.hooks) {
    const words = await inSavepoint(tx, async () => hooks.repeatMark?.(tx, parts.services));
    if (!words.ok) logKindFault(tx, row, 'prepare', words.code, parts);
    else if (words.value !== undefined) return markRepeated(call, words.value);
  }
  return call;
}

async function start(look: Look, row: SenderRow, claimed: Claimed): Promise<Claimed> {
  const { now } = look;
  const claimedAt = row.claimedAt ?? now;
  await changeRow(look.tx, row.id, {
    state: 'sending',
    step: claimed.step,
    // What a later process finds in a call is judged by what was called.
    ...(claimed.step === 'call' ? { method: claimed.call.method } : {}),
    claimed_at: claimedAt,
  });
  look.pacing = afterStart(look.pacing, row, look.steady);
  return { ...claimed, row: { ...row, claimedAt } };
}

function askAt(look: Look, at: number): void {
  look.lookAt = look.lookAt === null ? at : Math.min(look.lookAt, at);
}
