import type { FanId, MessageId, ThreadId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { type AllowedProviders, mayUseProvider } from '#src/features/consent/index.ts';
import { shortText } from '#src/features/drafts/index.ts';
import { fanById } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { lastMessages, threadById } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Fact, FanSummary } from '../fact.ts';
import { factsOf } from '../queries/fact-rows.ts';
import { readUpTo } from '../queries/reading-rows.ts';
import { summaryOf } from '../queries/summary-rows.ts';

/** How long nobody writes before a conversation is looked through. */
export const quietMs = 30 * 60_000;

/** Fewer new texts of the fan than this say too little. */
export const fewestNew = 3;

/** Messages that are looked at, and UTF-16 units of one and of all of them. */
const most = { messages: 40, inOne: 600, inAll: 12_000 } as const;

/** A message of the conversation. */
export interface Line {
  readonly id: MessageId;
  readonly direction: 'in' | 'out';
  /** The whole of it: what was given to a model is its beginning, `shown`. */
  readonly text: string;
  readonly shown: string;
  /** Epoch ms. */
  readonly sentAt: number;
}

/** All of one fan that a model is asked about. */
export interface Conversation {
  readonly fanId: FanId;
  readonly threadId: ThreadId;
  /** Who may be asked. */
  readonly allowed: AllowedProviders;
  readonly fanNames: readonly string[];
  /** The newest messages since the last time, oldest first. */
  readonly lines: readonly Line[];
  /** The newest message that there is. */
  readonly upTo: MessageId;
  readonly known: readonly Fact[];
  readonly summary: FanSummary | undefined;
  /** The creator's, by which days are told. */
  readonly timeZone: string;
}

/** Why a conversation is not looked through now. `not-quiet`: somebody wrote a short while ago. */
export type NotNow =
  | { readonly ok: false; readonly reason: 'not-quiet'; readonly quietAt: number }
  | { readonly ok: false; readonly reason: 'not-allowed' | 'too-few' | 'gone' };

/** What is new in a thread since it was looked through last, if it is quiet, enough, and may go to a provider. */
export async function conversationOf(
  reader: Reader,
  threadId: ThreadId,
  services: Services,
): Promise<Result<{ conversation: Conversation }, never> | NotNow> {
  const thread = await threadById(reader, threadId);
  const fan = thread && (await fanById(reader, thread.fanId));
  if (!thread || !fan) return refuse('gone');
  const allowed = await mayUseProvider(reader, fan.id, services);
  if (!allowed.ok) return refuse('not-allowed');
  const newest = await lastMessages(reader, threadId, most.messages);
  const [last] = newest;
  if (!last) return refuse('too-few');
  const quietAt = last.sentAt + quietMs;
  if (quietAt > services.clock.now()) return { ok: false, reason: 'not-quiet', quietAt };
  const after = await readUpTo(reader, threadId);
  const fresh = newest.filter(({ id, text }) => id > after && text.trim() !== '');
  if (fresh.filter(({ direction }) => direction === 'in').length < fewestNew) {
    return refuse('too-few');
  }
  return {
    ok: true,
    conversation: {
      fanId: fan.id,
      threadId,
      allowed,
      fanNames: [fan.firstName, fan.lastName ?? '', fan.username ?? ''].filter((it) => it !== ''),
      lines: fitting(fresh).toReversed(),
      upTo: last.id,
      known: await factsOf(reader, fan.id),
      summary: await summaryOf(reader, fan.id),
      timeZone: await preferenceOf(reader, 'timeZone'),
    },
  };
}

/** The newest that fit together, newest first. */
function fitting(newestFirst: readonly Omit<Line, 'shown'>[]): Line[] {
  const lines: Line[] = [];
  let room = most.inAll;
  for (const { id, direction, text, sentAt } of newestFirst) {
    const shown = shortText(text, most.inOne);
    room -= shown.length;
    if (room < 0) break;
    lines.push({ id, direction, text, shown, sentAt });
  }
  return lines;
}
