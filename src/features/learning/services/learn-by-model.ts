import type { ThreadId } from '#src/core/ids.ts';
import {
  accessMark,
  type AllowedProviders,
  allowedProviders,
} from '#src/features/consent/index.ts';
import { careOf, shortText } from '#src/features/drafts/index.ts';
import type { OwnOutcome } from '#src/features/ownkey/index.ts';
import {
  type LearntByModel,
  type ModelSilence,
  type ReplyForModel,
  repliesForModel,
} from '#src/features/persona/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { lastMessages } from '#src/features/threads/index.ts';
import type { UsageStanding } from '#src/features/usage/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import { checkAnswer } from '../rules/check-answer.ts';
import { replies as limits } from '../rules/limits.ts';
import { ownWords } from '../rules/own-words.ts';
import { type Asked, askModel } from './ask-model.ts';

/** Messages of a thread that are looked through for signs that ask for care. */
const lately = 30;

/** How often it is looked whom and what a model may be asked, where that changes all the time. */
const mostLooks = 3;

/** What a model made of the replies. */
export interface Heard {
  readonly byModel: LearntByModel;
  /** How usage stands after it; null where no model was asked, or with the creator's own key. */
  readonly standing: UsageStanding | null;
  /** What came of asking with the creator's own key; null: it was not asked. */
  readonly ownOutcome: OwnOutcome | null;
}

/** What the model answered in an earlier try of the same job, and could not be written down. */
export interface Recall {
  /** The answer to the very same question. */
  offer(question: string): Asked | undefined;
  keep(question: string, asked: Asked): void;
}

/**
 * Has a cheap model describe how the creator writes, from their last replies to fans who do not keep away from AI. What tells
 * who somebody is, what is quoted, and replies to who may be in distress or a minor do not leave. Where somebody changes their
 * mind while the model writes, it is looked anew who may be asked about what. Every outcome is a value.
 */
export async function learnByModel(preparation: Preparation, recall: Recall): Promise<Heard> {
  for (let looks = 1; ; looks += 1) {
    const heard = await learnOnce(preparation, recall);
    if (heard === 'withdrawn') {
      if (looks === mostLooks) return silent('unavailable');
      continue;
    }
    // Where there never was consent, it is said that nothing left.
    const was = looks > 1 && heard.byModel.silence === 'no-consent';
    return was ? silent('too-few') : heard;
  }
}

async function learnOnce(preparation: Preparation, recall: Recall): Promise<Heard | 'withdrawn'> {
  const { read, readLong, services } = preparation;
  const allowed = await read((reader) => allowedProviders(reader, services));
  if (!allowed.ok) {
    return silent(allowed.reason === 'not-configured' ? null : allowed.reason);
  }
  const found = await readLong(repliesForModel, { limit: limits.most });
  const replies = fitting(found, await threadsToKeep(found, preparation));
  if (replies.length < limits.fewest) return silent('too-few');
  const language = await read((reader) => preferenceOf(reader, 'language'));
  return await heard(replies, { allowed, language, recall }, preparation);
}

async function heard(
  replies: readonly ReplyForModel[],
  {
    allowed,
    language,
    recall,
  }: {
    readonly allowed: AllowedProviders;
    readonly language: string;
    readonly recall: Recall;
  },
  preparation: Preparation,
): Promise<Heard | 'withdrawn'> {
  const fanNames = [...new Set(replies.flatMap((reply) => reply.fanNames))];
  const question = JSON.stringify([accessMark(allowed), language, fanNames, replies]);
  const kept = recall.offer(question);
  const asked = kept ?? (await askModel({ replies, fanNames, language }, allowed, preparation));
  if (!kept && asked.ok) recall.keep(question, asked);
  const about = {
    standing: allowed.own ? null : (asked.standing ?? null),
    ownOutcome: asked.ownOutcome ?? null,
  };
  if (!asked.ok) {
    const { reason } = asked;
    return reason === 'withdrawn' ? reason : { ...silent(reason), ...about };
  }
  const lines = asked.answer ? checkAnswer(asked.answer, { replies, fanNames }) : [];
  if (lines.length === 0) return { ...silent('nothing'), ...about };
  return { byModel: { lines, provider: asked.provider, silence: null }, ...about };
}

/** The threads in which the fan lately wrote of distress, or as a minor might: what they were answered stays here. */
async function threadsToKeep(
  replies: readonly ReplyForModel[],
  { read }: Preparation,
): Promise<Set<ThreadId>> {
  const kept = new Set<ThreadId>();
  // One by one, so that nothing else waits for all of them.
  for (const threadId of new Set(replies.map((reply) => reply.threadId))) {
    const messages = await read((reader) => lastMessages(reader, threadId, lately));
    const texts = messages.flatMap(({ direction, text }) => (direction === 'in' ? [text] : []));
    if (careOf(texts).some(({ kind }) => kind !== 'spending')) kept.add(threadId);
  }
  return kept;
}

/** The newest that fit together, without what they quote. */
function fitting(
  newestFirst: readonly ReplyForModel[],
  kept: ReadonlySet<ThreadId>,
): ReplyForModel[] {
  const replies: ReplyForModel[] = [];
  let room: number = limits.inAll;
  for (const reply of newestFirst) {
    const text = shortText(ownWords(reply.text), limits.inOne);
    if (text === '' || kept.has(reply.threadId)) continue;
    room -= text.length;
    if (room < 0) break;
    replies.push({ ...reply, text });
  }
  return replies;
}

function silent(silence: ModelSilence | null): Heard {
  return {
    byModel: { lines: [], provider: null, silence },
    standing: null,
    ownOutcome: null,
  };
}
