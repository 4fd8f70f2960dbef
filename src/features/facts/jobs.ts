import { AppError } from '#src/core/errors.ts';
import type { ThreadId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { careOf } from '#src/features/drafts/index.ts';
import { noteOwnOutcome, type OwnOutcome } from '#src/features/ownkey/index.ts';
import { lastMessages } from '#src/features/threads/index.ts';
import { tellUsage } from '#src/features/usage/index.ts';
import type { Again, JobKind, Preparation } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import { afterFailedTry } from '#src/jobs/rules.ts';
import type { Tx } from '#src/storage/reader.ts';
import { putReadUpTo } from './queries/reading-rows.ts';
import { type Asked, askModel } from './services/ask-model.ts';
import { type Conversation, conversationOf, quietMs } from './services/conversation.ts';
import { factsJob } from './services/facts-reader.ts';
import { keepFacts } from './services/keep-facts.ts';

const dayMs = 86_400_000;

/** What `prepare` found out. `pass`: there is nothing to note there, and it need not be looked at again. */
type Prepared =
  | { readonly then: 'nothing' }
  | { readonly then: 'again'; readonly at: number }
  | { readonly then: 'own-broken'; readonly ownOutcome: OwnOutcome }
  | { readonly then: 'pass'; readonly conversation: Conversation }
  | {
      readonly then: 'keep';
      readonly conversation: Conversation;
      readonly asked: Extract<Asked, { then: 'found' }>;
    };

/** Looks through a conversation that went quiet for what the fan said about themself. */
export const factsKind: JobKind = {
  kind: factsJob,
  late: 'once',
  apart: true,
  async prepare(job, preparation): Promise<Prepared> {
    return await prepareFacts(job, preparation);
  },
  async run(tx, _job, services, given) {
    const prepared = given as Prepared;
    switch (prepared.then) {
      case 'nothing':
        return undefined;
      case 'again':
        return { again: prepared.at };
      case 'own-broken':
        return await noteOwnOutcome(tx, prepared.ownOutcome, services);
      case 'pass':
        await putReadUpTo(tx, prepared.conversation.threadId, prepared.conversation.upTo);
        return await afterWhatCame(tx, prepared.conversation);
      case 'keep':
        await keepFacts(tx, prepared.conversation, prepared.asked.extraction, services);
        await noteAsking(tx, prepared.asked, services);
        return await afterWhatCame(tx, prepared.conversation);
      default:
        return unreachable(prepared);
    }
  },
};

async function noteAsking(
  tx: Tx,
  { standing, ownOutcome }: Extract<Asked, { then: 'found' }>,
  services: Services,
): Promise<void> {
  if (standing) await tellUsage(tx, standing, services);
  if (ownOutcome) await noteOwnOutcome(tx, ownOutcome, services);
}

async function prepareFacts(job: Job, preparation: Preparation): Promise<Prepared> {
  const { services } = preparation;
  const { threadId } = job.ref as { threadId: ThreadId };
  const looked = await preparation.read((reader) => conversationOf(reader, threadId, services));
  if (!looked.ok) {
    return looked.reason === 'not-quiet'
      ? { then: 'again', at: looked.quietAt }
      : { then: 'nothing' };
  }
  const { conversation } = looked;
  if (asksForCare(conversation)) return { then: 'pass', conversation };
  const asked = await askModel(conversation, preparation);
  switch (asked.then) {
    case 'found':
      return { then: 'keep', conversation, asked };
    case 'own-broken':
      return asked;
    case 'refused':
      return { then: 'pass', conversation };
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

/** What came while a model was asked found this job waiting, so it is this job that looks at it. */
async function afterWhatCame(tx: Tx, { threadId, upTo }: Conversation): Promise<Again | undefined> {
  const [last] = await lastMessages(tx, threadId, 1);
  return last && last.id > upTo ? { again: last.sentAt + quietMs } : undefined;
}

/** Nothing is noted of who may be a minor or in distress: a person looks there, and no list is kept of it. */
function asksForCare({ lines }: Conversation): boolean {
  const texts = lines.filter(({ direction }) => direction === 'in').map(({ text }) => text);
  return careOf(texts).some(({ kind }) => kind !== 'spending');
}

/** After its last try a job would stand there as failed. Nobody waits for facts: the fan's next words bring it back. */
function isLastTry({ attempts, urgent }: Job): boolean {
  return afterFailedTry(attempts + 1, urgent) === 'give-up';
}

/** Caps are of days in UTC. */
function nextDay(now: number): number {
  return (Math.floor(now / dayMs) + 1) * dayMs;
}
