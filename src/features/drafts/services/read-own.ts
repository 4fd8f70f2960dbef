import type { Fan } from '#src/features/fans/index.ts';
import { type FaqEntry, faqFor, type Persona, personaOf } from '#src/features/persona/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { lastMessages, type StoredMessage } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { MemorySource, SaidBefore } from '../ports.ts';
import { type ReplyLengths, replyLengths } from '../queries/reply-lengths.ts';
import { personaSource } from '../rules/persona-source.ts';
import type { AskedDraft } from './asked-draft.ts';

/** Most of what a prompt may hold; the budget decides. */
const most = { turns: 12, faq: 6 } as const;

/** What is known of the creator and of the conversation with one fan. */
export interface Own {
  readonly persona: Persona;
  readonly faq: readonly (FaqEntry & { readonly answer: string })[];
  /** The newest messages with words up to the one that is answered, oldest first. */
  readonly turns: readonly StoredMessage[];
  readonly lengths: ReplyLengths | null;
  readonly timeZone: string;
  readonly said: SaidBefore;
}

/** Reads it for a draft. */
export async function readOwn(
  reader: Reader,
  { threadId, messageId, texts, fan }: AskedDraft,
  memory: MemorySource,
): Promise<Own> {
  const newest = await lastMessages(reader, threadId, 2 * most.turns);
  return {
    persona: await personaOf(reader),
    faq: await faqFor(reader, texts, most.faq),
    turns: newest
      .filter(({ id, text }) => id <= messageId && text.trim() !== '')
      .slice(0, most.turns)
      .toReversed(),
    lengths: await replyLengths(reader),
    timeZone: await preferenceOf(reader, 'timeZone'),
    said: await memory(reader, fan.id),
  };
}

/**
 * All that the creator says of prices, dates, links and the like: what the persona gives for it, the FAQ and what they wrote to
 * this fan.
 */
export function ownTexts({
  persona,
  faq,
  turns,
}: Pick<Own, 'persona' | 'faq' | 'turns'>): string[] {
  return [
    ...personaSource(persona),
    ...faq.map(({ answer }) => answer),
    ...turns.filter(({ direction }) => direction === 'out').map(({ text }) => text),
  ];
}

/** What the fan wrote to the creator. */
export function fanTexts({ turns }: Pick<Own, 'turns'>): string[] {
  return turns.filter(({ direction }) => direction === 'in').map(({ text }) => text);
}

/** What of a fan may stand in a text as their name. */
export function namesOf({ firstName, lastName, username }: Fan): string[] {
  return [firstName, lastName, username].filter((name) => name !== null);
}
