import type { FanId, MessageId, ThreadId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { type AllowedProviders, mayUseProvider } from '#src/features/consent/index.ts';
import { fanById } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { lastMessages, threadById } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Fact, FanSummary } from '../fact.ts';
import { factsOf } from '../queries/fact-rows.ts';
import { readUpTo } from '../queries/reading-rows.ts';
import { type Said, textsAfter, textsBefore } from '../queries/said-rows.ts';
import { summaryOf } from '../queries/summary-rows.ts';
import { earlierOf, pieceOf, type Shown } from '../rules/piece-of.ts';

/** How long nobody writes before a conversation is looked through. */
export const quietMs = 30 * 60_000;

/** Fewer new texts of the fan than this say too little. */
const fewestNew = 3;

/** New texts that are read, the newest: of a talk with more the beginning is left out. */
const mostUnread = 400;

/** Texts right before them that are looked at: more than are told, since some hold no words. */
const mostBefore = 8;

/** Which conversation. `rest`: a piece of it was read a moment ago, so what is left is read however little it is. */
export interface WhichConversation {
  readonly threadId: ThreadId;
  readonly rest?: boolean;
}

/** A message of the conversation. `text` is the whole of it: what is told is its beginning, `shown`. */
export type Line = Shown<Said>;

/** How far a thread is looked through. */
export interface Reading {
  readonly threadId: ThreadId;
  /** Up to which message it was before; 0: it never was. */
  readonly after: MessageId;
  /** Up to which message it is then. */
  readonly upTo: MessageId;
  /** Nothing that is new is left after it. */
  readonly isLast: boolean;
}

/** All of one fan that a model is asked about. */
export interface Conversation {
  readonly fanId: FanId;
  readonly threadId: ThreadId;
  /** Who may be asked. */
  readonly allowed: AllowedProviders;
  readonly fanNames: readonly string[];
  /** The first piece of what is new since the last time, oldest first. */
  readonly lines: readonly Line[];
  /** What was said right before it, oldest first: it only helps to understand. */
  readonly earlier: readonly Line[];
  readonly reading: Reading;
  readonly known: readonly Fact[];
  readonly summary: FanSummary | undefined;
  /** The creator's, by which days are told. */
  readonly timeZone: string;
}

/** A piece of a conversation, and all that is new in it. */
export interface Found {
  readonly conversation: Conversation;
  readonly unread: readonly Said[];
  /** The newest message that there is. */
  readonly newest: MessageId;
}

/** Why a conversation is not looked through now. `not-quiet`: somebody wrote a short while ago. */
export type NotNow =
  | { readonly ok: false; readonly reason: 'not-quiet'; readonly quietAt: number }
  | { readonly ok: false; readonly reason: 'not-allowed' | 'too-few' | 'gone' };

/** What is new in a thread since it was looked through last, if it is quiet, enough, and may go to a provider. */
export async function conversationOf(
  reader: Reader,
  { threadId, rest }: WhichConversation,
  services: Services,
): Promise<Result<{ found: Found }, never> | NotNow> {
  const thread = await threadById(reader, threadId);
  const fan = thread && (await fanById(reader, thread.fanId));
  if (!thread || !fan) return refuse('gone');
  const allowed = await mayUseProvider(reader, fan.id, services);
  if (!allowed.ok) return refuse('not-allowed');
  const [newest] = await lastMessages(reader, threadId, 1);
  if (!newest) return refuse('too-few');
  const quietAt = newest.sentAt + quietMs;
  if (quietAt > services.clock.now()) return { ok: false, reason: 'not-quiet', quietAt };
  const after = await readUpTo(reader, threadId);
  const unread = withWords(await textsAfter(reader, { threadId, after, limit: mostUnread }));
  const fromFan = unread.filter(({ direction }) => direction === 'in');
  if (fromFan.length < (rest ? 1 : fewestNew)) return refuse('too-few');
  const { lines, isLast } = pieceOf(unread);
  const upTo = isLast ? newest.id : (lines.at(-1)?.id ?? after);
  const before = { threadId, before: lines[0]?.id ?? after, limit: mostBefore };
  const conversation: Conversation = {
    fanId: fan.id,
    threadId,
    allowed,
    fanNames: [fan.firstName, fan.lastName ?? '', fan.username ?? ''].filter((it) => it !== ''),
    lines,
    earlier: earlierOf(withWords(await textsBefore(reader, before))),
    reading: { threadId, after, upTo, isLast },
    known: await factsOf(reader, fan.id),
    summary: await summaryOf(reader, fan.id),
    timeZone: await preferenceOf(reader, 'timeZone'),
  };
  return { ok: true, found: { conversation, unread, newest: newest.id } };
}

function withWords(said: readonly Said[]): Said[] {
  return said.filter(({ text }) => text.trim() !== '');
}
