import type { Message } from 'grammy/types';
import type { DraftId, MessageId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Fan } from '#src/features/fans/index.ts';
import type { Author } from '#src/features/members/index.ts';
import { countUse } from '#src/features/replies/index.ts';
import { answerThread, contentOf, sendReply } from '#src/features/threads/index.ts';
import type { SavedReplyId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Draft, DraftChoice, DraftEnd } from '../draft.ts';
import { insertChoice, insertSent } from '../queries/choice-rows.ts';
import { endDraft } from '../queries/draft-rows.ts';
import { distance, keptOf } from '../rules/distance.ts';
import { newsSince, type Seen } from '../rules/news-since.ts';
import { findChoice, type FoundChoice } from './find-choice.ts';
import { unansweredIn } from './unanswered.ts';

/** Why nothing was sent. `written-again`: the fan has written, or changed something, since what this person was shown. */
export type SendRefusal = 'gone' | 'blocked' | 'left' | 'written-again' | DraftEnd;

/** Who sends, which choice, and how much of what the fan wrote they were shown. */
export interface Chosen extends Seen {
  readonly id: DraftId;
  readonly place: number;
  readonly by: Author;
}

/** What was sent. */
export interface SentDraft {
  readonly draft: Draft;
  readonly fan: Fan;
}

/** Sends a choice to the fan, once for a draft, whoever taps how often. */
export async function sendDraft(
  tx: Tx,
  chosen: Chosen,
  services: Services,
): Promise<Result<SentDraft, SendRefusal>> {
  const found = await findChoice(tx, chosen);
  if (!found.ok) return found;
  const { draft, choice, thread, fan } = found;
  const news = newsSince(await unansweredIn(tx, thread.id), chosen);
  if (news.messages.length > 0) return refuse('written-again');
  const edited = choice.origin === 'edited';
  if (!(await endDraft(tx, draft.id, edited ? 'edited' : 'sent', services.clock.now()))) {
    return refuse('gone');
  }
  const content = {
    kind: 'text',
    text: choice.text,
    entities: choice.entities,
    attachment: null,
    albumId: null,
  } as const;
  const messageId = await sendReply(tx, { threadId: thread.id, content, ...chosen.by }, services);
  await record(tx, found, { messageId, text: choice.text }, services);
  return { ok: true, draft, fan };
}

/**
 * Sends what a person made of a choice: their message at the desk itself goes to the fan. `kept`: the fan has written
 * meanwhile, so the text waits as a choice at this place.
 */
export async function sendEdited(
  tx: Tx,
  chosen: Chosen & { readonly message: Message },
  services: Services,
): Promise<
  Result<
    SentDraft & { kept: DraftChoice | null },
    Exclude<SendRefusal, 'written-again'> | 'no-text'
  >
> {
  const found = await findChoice(tx, chosen);
  if (!found.ok) return found;
  const { message, by } = chosen;
  const content = contentOf(message);
  if (content?.kind !== 'text') return refuse('no-text');
  const { draft, choice, all, thread, fan } = found;
  const news = newsSince(await unansweredIn(tx, thread.id), chosen);
  if (news.messages.length > 0) {
    const kept = {
      place: (all.at(-1)?.place ?? 0) + 1,
      round: draft.round,
      text: content.text,
      entities: content.entities,
      origin: 'edited',
      ref: choice.place,
    } as const;
    await insertChoice(tx, draft.id, kept);
    return { ok: true, draft, fan, kept };
  }
  const unchanged = content.text === choice.text;
  if (!(await endDraft(tx, draft.id, unchanged ? 'sent' : 'edited', services.clock.now()))) {
    return refuse('gone');
  }
  const messageId = await answerThread(
    tx,
    thread,
    { message, content, quotes: null, ...by },
    services,
  );
  await record(tx, found, { messageId, text: content.text }, services);
  return { ok: true, draft, fan, kept: null };
}

/** Writes down which message came of which choice, and how far it is from what was offered. */
async function record(
  tx: Tx,
  { draft, choice, all }: FoundChoice,
  sent: { messageId: MessageId; text: string },
  services: Services,
): Promise<void> {
  const offered =
    choice.origin === 'edited' ? all.find(({ place }) => place === choice.ref) : choice;
  const before = offered?.text ?? '';
  await insertSent(tx, {
    draftId: draft.id,
    messageId: sent.messageId,
    place: offered?.place ?? choice.place,
    edited: sent.text !== offered?.text,
    distance: distance(before, sent.text),
    kept: keptOf(before, sent.text),
    source: offered?.origin === 'llm' ? 'llm' : 'local',
  });
  if (offered?.origin === 'saved-reply' && offered.ref !== null) {
    await countUse(tx, offered.ref as SavedReplyId, services.clock.now());
  }
}
