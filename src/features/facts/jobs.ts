import { AppError } from '#src/core/errors.ts';
import { unreachable } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { patient, UnwrittenAnswers, type Work } from '#src/core/unwritten-answers.ts';
import { accessMark } from '#src/features/consent/index.ts';
import { noteOwnOutcome, type OwnOutcome } from '#src/features/ownkey/index.ts';
import { lastMessages } from '#src/features/threads/index.ts';
import { tellUsage } from '#src/features/usage/index.ts';
import type { JobKind, Preparation } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import { afterFailedTry } from '#src/jobs/rules.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { type Asked, askModel } from './services/ask-model.ts';
import { asksForCare } from './services/asks-for-care.ts';
import {
  type Conversation,
  conversationOf,
  quietMs,
  type Reading,
  type WhichConversation,
} from './services/conversation.ts';
import { factsJob } from './services/facts-reader.ts';
import { keepFacts } from './services/keep-facts.ts';
import { markRead } from './services/mark-read.ts';

const dayMs = 86_400_000;

/** Between two pieces of a conversation: what else is due has its turn. */
const restMs = 1_000;

/** What was noted, to be written down. */
type Noted = Extract<Asked, { then: 'found' }>;

/** What `prepare` found out. `pass`: there is nothing to note there, and it need not be looked at again. */
type Prepared =
  | { readonly then: 'nothing' }
  | { readonly then: 'again'; readonly at: number }
  | { readonly then: 'own-broken'; readonly ownOutcome: OwnOutcome }
  | { readonly then: 'pass'; readonly reading: Reading }
  | { readonly then: 'keep'; readonly conversation: Conversation; readonly asked: Noted };

/**
 * Looks through a conversation that went quiet for what the fan said about themself: a piece each time, and the next a moment
 * later. What a model answered counts for the next try where it cannot be written down by this one.
 */
export function createFactsKind(): JobKind {
  const unwritten = new UnwrittenAnswers<Noted>(patient);
  return {
    kind: factsJob,
    late: 'once',
    apart: true,
    async prepare(job, preparation): Promise<Prepared> {
      return await prepareFacts(job, preparation, unwritten);
    },
    async run(tx, job, services, given) {
      tx.afterCommit(() => unwritten.forget([tx.tenantId, job.id]));
      const prepared = given as Prepared;
      switch (prepared.then) {
        case 'nothing':
          return undefined;
        case 'again':
          return { again: prepared.at };
        case 'own-broken':
          return await noteOwnOutcome(tx, prepared.ownOutcome, services);
        case 'pass':
          await markRead(tx, prepared.reading);
          return await goOn(tx, prepared.reading, services);
        case 'keep':
          await keepFacts(tx, prepared.conversation, prepared.asked.extraction, services);
          await noteAsking(tx, prepared.asked, services);
          return await goOn(tx, prepared.conversation.reading, services);
        default:
          return unreachable(prepared);
      }
    },
    async onFailed(tx, job) {
      unwritten.forget([tx.tenantId, job.id]);
    },
  };
}

async function noteAsking(
  tx: Tx,
  { standing, ownOutcome }: Noted,
  services: Services,
): Promise<void> {
  if (standing) await tellUsage(tx, standing, services);
  if (ownOutcome) await noteOwnOutcome(tx, ownOutcome, services);
}

async function prepareFacts(
  job: Job,
  preparation: Preparation,
  unwritten: UnwrittenAnswers<Noted>,
): Promise<Prepared> {
  const { tenantId, services } = preparation;
  const which = job.ref as unknown as WhichConversation;
  const work: Work = [tenantId, job.id];
  const looked = await preparation.read((reader) => conversationOf(reader, which, services));
  if (!looked.ok) {
    unwritten.forget(work);
    return looked.reason === 'not-quiet'
      ? { then: 'again', at: looked.quietAt }
      : { then: 'nothing' };
  }
  const { unread, newest } = looked.found;
  const { reading } = looked.found.conversation;
  // Before any of it leaves, all of it is looked at.
  if (await asksForCare(unread)) {
    unwritten.forget(work);
    return { then: 'pass', reading: { ...reading, upTo: newest, isLast: true } };
  }
  const conversation = await withoutCare(looked.found.conversation);
  if (conversation.lines.every(({ direction }) => direction === 'out')) {
    return { then: 'pass', reading };
  }
  const question = questionOf(conversation);
  const kept = unwritten.offer(work, question);
  if (kept) return { then: 'keep', conversation, asked: kept };
  const asked = await askModel(conversation, preparation);
  if (asked.then === 'found') unwritten.keep(work, question, asked, services.clock);
  return afterAsking(job, conversation, asked, services);
}

function afterAsking(
  job: Job,
  conversation: Conversation,
  asked: Asked,
  services: Services,
): Prepared {
  switch (asked.then) {
    case 'found':
      return { then: 'keep', conversation, asked };
    case 'own-broken':
      return asked;
    case 'refused':
      return { then: 'pass', reading: conversation.reading };
    case 'withdrawn':
      // Looked at anew: perhaps others may be asked.
      return { then: 'again', at: services.clock.now() };
    case 'used-up':
      return { then: 'again', at: nextDay(services.clock.now()) };
    case 'not-answered':
      if (isLastTry(job)) return { then: 'nothing' };
      throw new AppError('facts.not-answered', 'transient', 'No provider answered; tried later.');
    default:
      return unreachable(asked);
  }
}

/** What came before may be what was kept back then: it is left out. */
async function withoutCare(conversation: Conversation): Promise<Conversation> {
  const { earlier } = conversation;
  return (await asksForCare(earlier)) ? { ...conversation, earlier: [] } : conversation;
}

/** All that an answer stands on, and who may be asked. */
function questionOf({ allowed, ...conversation }: Conversation): string {
  return JSON.stringify([accessMark(allowed), conversation]);
}

/**
 * What is left comes next, as a job of its own that knows it is the rest. What came while a model was asked found this job
 * waiting, so it is this job that looks at it.
 */
async function goOn(
  tx: Tx,
  { threadId, upTo, isLast }: Reading,
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  const job = { kind: factsJob, key: `${threadId}` };
  if (!isLast) {
    return await schedule(tx, { ...job, ref: { threadId, rest: true }, dueAt: now + restMs }, now);
  }
  const [last] = await lastMessages(tx, threadId, 1);
  if (!last || last.id <= upTo) return;
  await schedule(tx, { ...job, ref: { threadId }, dueAt: last.sentAt + quietMs }, now);
}

/** After its last try a job would stand there as failed. Nobody waits for facts: the fan's next words bring it back. */
function isLastTry({ attempts, urgent }: Job): boolean {
  return afterFailedTry(attempts + 1, urgent) === 'give-up';
}

/** Caps are of days in UTC. */
function nextDay(now: number): number {
  return (Math.floor(now / dayMs) + 1) * dayMs;
}
