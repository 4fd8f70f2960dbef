/**
 * The books: what came in and what became of it. This file is the one place that says what each number means.
 *
 * Every ledger has two totals that are counted apart: `received` (or `written`) grows by one in the transaction that
 * writes a row and never falls; `stored` counts the rows that are there and those that were purged. The states are
 * counted from the rows. So a row that vanished, or one in a state that nobody knows, breaks a sum.
 */
export interface Books {
  readonly updates: UpdateLedger;
  readonly messages: MessageLedger;
  readonly replies: ReplyLedger;
}

/** What Telegram delivered to this bot: messages, edits, taps, reactions, of fans and of the creator alike. */
export interface UpdateLedger {
  /**
   * Different updates (by bot and update_id) that this file ever had. What came by webhook may be acknowledged a moment before: then it
   * stands in the journal of arrivals.
   */
  readonly received: number;
  readonly stored: number;
  /** Handled; what came of it was committed together with that mark. */
  readonly handled: number;
  /** Not handled yet, also between two tries. */
  readonly waiting: number;
  /** Failed five times; kept with their content until a person retries or drops them. */
  readonly parked: number;
  /** Parked, and given up by an operator. */
  readonly dropped: number;
}

/** Messages of fans. Commands and service messages are updates that leave no message. */
export interface MessageLedger {
  /** Messages ever taken in from handled updates. */
  readonly received: number;
  readonly stored: number;
  /** Telegram confirmed the copy at the desk. */
  readonly relayed: number;
  /** Confirmed at the desk as a part of another message's relay, because the desk was busy. */
  readonly merged: number;
  /** To be sent to the desk as soon as it has its turn. */
  readonly onTheWay: number;
  /** Gathered in the desk's live digest, or there is no desk yet (nobody claimed the bot, the creator blocked it). */
  readonly waiting: number;
  /** Telegram refused the copy for good, or could not be reached for a day; can be retried. */
  readonly failed: number;
  /** Deleted together with the fan before it was relayed. */
  readonly erased: number;
}

/** What was written to fans. */
export interface ReplyLedger {
  /** Replies ever taken from the desk. */
  readonly written: number;
  readonly stored: number;
  /** Telegram confirmed it. */
  readonly delivered: number;
  readonly onTheWay: number;
  /** Telegram refused it for good, or could not be reached for a day; the creator was told. */
  readonly failed: number;
  /** Telegram's answer was lost: the fan may or may not have it. Sent again only when a person says so. */
  readonly unknown: number;
  /** Taken back by the creator with /delete. */
  readonly withdrawn: number;
  /** Deleted together with the fan before it was sent. */
  readonly erased: number;
}

/** Rows of one ledger as they were counted. */
export interface CountedRows {
  /** All that were ever written. */
  readonly written: number;
  /** By state, purged ones included. */
  readonly states: ReadonlyMap<string, number>;
}

/** A sum that does not hold. */
export interface BookFault {
  readonly ledger: keyof Books;
  /** The sum, as in `received = stored`. */
  readonly sum: string;
  readonly left: number;
  readonly right: number;
}

/** Makes the books from counted rows. A state that is not known here has no place in them, and so breaks a sum. */
export function booksFrom(counted: {
  readonly updates: CountedRows;
  readonly messages: CountedRows;
  readonly replies: CountedRows;
}): Books {
  const update = statesOf(counted.updates);
  const message = statesOf(counted.messages);
  const reply = statesOf(counted.replies);
  return {
    updates: {
      received: counted.updates.written,
      stored: update.all,
      handled: update.in('done'),
      waiting: update.in('waiting'),
      parked: update.in('parked'),
      dropped: update.in('dropped'),
    },
    messages: {
      received: counted.messages.written,
      stored: message.all,
      relayed: message.in('delivered'),
      merged: message.in('merged'),
      onTheWay: message.in('queued'),
      waiting: message.in('waiting'),
      failed: message.in('failed') + message.in('unknown'),
      erased: message.in('erased'),
    },
    replies: {
      written: counted.replies.written,
      stored: reply.all,
      delivered: reply.in('delivered'),
      onTheWay: reply.in('queued') + reply.in('waiting'),
      failed: reply.in('failed'),
      unknown: reply.in('unknown'),
      withdrawn: reply.in('withdrawn'),
      erased: reply.in('erased'),
    },
  };
}

/**
 * The sums that do not hold; none when all is well. received = stored; updates: stored = handled + waiting + parked +
 * dropped; messages: stored = relayed + merged + on the way + waiting + failed + erased; replies: stored = delivered +
 * on the way + failed + unknown + taken back + erased.
 */
export function checkBooks({ updates, messages, replies }: Books): BookFault[] {
  const { handled, parked, dropped } = updates;
  const { relayed, merged } = messages;
  const { delivered, unknown, withdrawn } = replies;
  const sums: readonly (readonly [keyof Books, string, number, number])[] = [
    ['updates', 'received = stored', updates.received, updates.stored],
    [
      'updates',
      'stored = handled + waiting + parked + dropped',
      updates.stored,
      handled + updates.waiting + parked + dropped,
    ],
    ['messages', 'received = stored', messages.received, messages.stored],
    [
      'messages',
      'stored = relayed + merged + on the way + waiting + failed + erased',
      messages.stored,
      relayed + merged + messages.onTheWay + messages.waiting + messages.failed + messages.erased,
    ],
    ['replies', 'written = stored', replies.written, replies.stored],
    [
      'replies',
      'stored = delivered + on the way + failed + unknown + taken back + erased',
      replies.stored,
      delivered + replies.onTheWay + replies.failed + unknown + withdrawn + replies.erased,
    ],
  ];
  return sums
    .filter(([, , left, right]) => left !== right)
    .map(([ledger, sum, left, right]) => ({ ledger, sum, left, right }));
}

/** States whose number in the running totals is not that of the rows (purged ones included), for one ledger. */
export function tallyFaults(
  ledger: keyof Books,
  tallied: ReadonlyMap<string, number>,
  rows: ReadonlyMap<string, number>,
): BookFault[] {
  const states = [...new Set([...tallied.keys(), ...rows.keys()])].sort();
  return states
    .map((state) => ({
      ledger,
      sum: `running total of "${state}" = rows`,
      left: tallied.get(state) ?? 0,
      right: rows.get(state) ?? 0,
    }))
    .filter(({ left, right }) => left !== right);
}

function statesOf({ states }: CountedRows) {
  const all = [...states.values()].reduce((sum, count) => sum + count, 0);
  return { all, in: (state: string) => states.get(state) ?? 0 };
}
