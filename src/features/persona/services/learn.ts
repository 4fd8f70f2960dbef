import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ModelLine, ProposalId, ProposedLine } from '../persona.ts';
import { linesOf } from '../queries/line-rows.ts';
import {
  insertProposal,
  type NewProposedLine,
  type ProposalHead,
} from '../queries/proposal-rows.ts';
import type { HabitLine } from '../rules/habit-lines.ts';
import { lineKey } from '../rules/read-lines.ts';
import { holdsLines, newLines } from '../rules/read-part.ts';

/** The kind of the job that learns from the creator's replies. */
export const learnJob = 'persona-learn';

/** The message of the bot's at the desk in whose place what was learned is shown. */
export interface LearnPlace {
  readonly chatId: ChatId;
  readonly chatMessageId: ChatMessageId;
}

/** Has the creator's last replies read, by the feature that owns the job; what they show comes in place of the message. */
export async function startLearning(tx: Tx, place: LearnPlace, services: Services): Promise<void> {
  const now = services.clock.now();
  const key = `${place.chatId}:${place.chatMessageId}`;
  await schedule(tx, { kind: learnJob, key, dueAt: now, ref: { ...place }, urgent: true }, now);
}

/** Proposes what was learned and the persona does not say yet; null when there is nothing new. */
export async function proposeLines(
  tx: Tx,
  learnt: readonly (HabitLine | ModelLine)[],
  head: ProposalHead,
  services: Services,
): Promise<ProposalId | null> {
  const lines: NewProposedLine[] = [];
  for (const { part, text, ...line } of learnt) {
    const habit = 'habit' in line ? line.habit : null;
    const before = await standsFor(tx, { part, habit });
    const present = (await linesOf(tx, part)).map((known) => known.text);
    const isNew =
      habit === null && !holdsLines(part)
        ? inOrder(before ?? '') !== inOrder(text)
        : newLines(present, [text]).length > 0;
    if (isNew) lines.push({ part, text, habit, before });
  }
  if (lines.length === 0) return null;
  return await insertProposal(tx, lines, head, services.clock.now());
}

/** What stands now where a learned line would: the whole of its part, the line that tells the same habit, or nothing. */
export async function standsFor(
  reader: Reader,
  { part, habit }: Pick<HabitLine | ProposedLine, 'part' | 'habit'>,
): Promise<string | null> {
  if (habit === null && holdsLines(part)) return null;
  const lines = await linesOf(reader, part);
  const meant = habit === null ? lines : lines.filter((line) => line.habit === habit);
  return meant.length === 0 ? null : meant.map(({ text }) => text).join(', ');
}

/** Languages are the same in any order. */
function inOrder(text: string): string {
  return lineKey(text).split(', ').toSorted().join(', ');
}
