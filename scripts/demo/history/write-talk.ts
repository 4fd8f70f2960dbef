import type { FanId, MessageId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { activityReader, restageDue } from '#src/features/activity/index.ts';
import { upsertFan } from '#src/features/fans/index.ts';
import { readNew, recordMessage } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { atTime } from './at-time.ts';
import type { PlannedFan } from './plan-history.ts';
import type { PlannedMessage } from './plan-talk.ts';
import { writeDraft } from './write-draft.ts';

const dayMs = 86_400_000;
/** How long after Start a fan writes first. */
const startedMs = 40_000;
/** Messages and stages in one step of counting. */
const atOnce = 2_000;

/** A planned fan and the account in whose name they write. */
export interface Account {
  readonly fan: PlannedFan;
  readonly userId: UserId;
}

/** An account that is a fan now. */
export interface KnownFan extends Account {
  readonly id: FanId;
}

/**
 * Writes down who came and what was said, day by day as it happened: at the end of each day messages are counted and
 * stages are looked at, as the program does it. Returns the fans.
 */
export async function writeTalk(
  tx: Tx,
  accounts: readonly Account[],
  { author, services }: { author: UserId; services: Services },
): Promise<KnownFan[]> {
  const now = services.clock.now();
  const fanIds = new Map<Account, FanId>();
  const newest = new Map<Account, MessageId>();
  const said = accounts
    .flatMap((account) => account.fan.talk.map((message) => ({ account, message })))
    .sort((a, b) => a.message.sentAt - b.message.sentAt);
  const byDay = Map.groupBy(said, ({ message }) => Math.floor(message.sentAt / dayMs));
  const [first = 0] = byDay.keys();
  for (let day = first; day * dayMs <= now; day += 1) {
    for (const { account, message } of byDay.get(day) ?? []) {
      const fanId = fanIds.get(account) ?? (await welcome(tx, account, message));
      fanIds.set(account, fanId);
      const then = atTime(services, message.sentAt);
      if (message.direction === 'in') await upsertFan(tx, personOf(account), message.sentAt);
      const id = await recordMessage(tx, messageOf(fanId, message, account.userId, author), then);
      const asked = newest.get(account);
      if (asked !== undefined)
        await writeDraft(tx, { fanId, asked, id, message, author }, services);
      newest.set(account, id);
    }
    const evening = atTime(services, Math.min(now, (day + 1) * dayMs - 1));
    while (!(await readNew(tx, activityReader, evening, atOnce)));
    while (!(await restageDue(tx, atOnce, evening)));
  }
  return [...fanIds].map(([account, id]) => ({ ...account, id }));
}

/** The fan presses Start, before the first message. */
async function welcome(tx: Tx, account: Account, first: PlannedMessage): Promise<FanId> {
  const at = first.sentAt - startedMs;
  const { id } = await upsertFan(tx, personOf(account), at, account.fan.person.source);
  return id;
}

function personOf({ fan: { person }, userId }: Account) {
  return {
    id: userId,
    first_name: person.firstName,
    language_code: person.speech.language,
    ...(person.lastName !== null && { last_name: person.lastName }),
    ...(person.username !== null && { username: person.username }),
  };
}

function messageOf(
  fanId: FanId,
  { direction, text, sentAt }: PlannedMessage,
  fan: UserId,
  creator: UserId,
) {
  const [actor, author] =
    direction === 'in' ? (['fan', fan] as const) : (['creator', creator] as const);
  const content = { kind: 'text', text, entities: [], attachment: null, albumId: null } as const;
  return { fanId, direction, actor, author, content, sentAt };
}
