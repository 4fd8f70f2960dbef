import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ProposalId, ProposedLine } from '../persona.ts';
import { linesOf } from '../queries/line-rows.ts';
import { insertProposal, type NewProposedLine } from '../queries/proposal-rows.ts';
import { type HabitLine, habitLines } from '../rules/habit-lines.ts';
import type { Habits } from '../rules/habits.ts';
import { lineKey } from '../rules/read-lines.ts';
import { newLines } from '../rules/read-part.ts';

/** The kind of the job that learns from the creator's replies. */
export const learnJob = 'persona-learn';

/** The message of the bot's at the desk in whose place what was learned is shown. */
export interface LearnPlace {
  readonly chatId: ChatId;
  readonly chatMessageId: ChatMessageId;
}

/** Has the creator's last replies read; what they show comes in place of the message by itself. */
export async function startLearning(tx: Tx, place: LearnPlace, services: Services): Promise<void> {
  const now = services.clock.now();
  const key = `${place.chatId}:${place.chatMessageId}`;
  await schedule(tx, { kind: learnJob, key, dueAt: now, ref: { ...place }, urgent: true }, now);
}

/** Proposes what habits are and the persona does not say yet; null when there is nothing new. */
export async function proposeHabits(
  tx: Tx,
  habits: Habits,
  t: Translate,
  services: Services,
): Promise<ProposalId | null> {
  const lines: NewProposedLine[] = [];
  for (const line of habitLines(habits, t)) {
    const before = await standsFor(tx, line);
    const present = (await linesOf(tx, line.part)).map(({ text }) => text);
    const isNew =
      line.habit === null
        ? inOrder(before ?? '') !== inOrder(line.text)
        : newLines(present, [line.text]).length > 0;
    if (isNew) lines.push({ ...line, before });
  }
  if (lines.length === 0) return null;
  return await insertProposal(tx, lines, habits.replies, services.clock.now());
}

/** What stands now where a learned line would: the whole of its part, or the line that tells the same habit. */
export async function standsFor(
  reader: Reader,
  { part, habit }: Pick<HabitLine | ProposedLine, 'part' | 'habit'>,
): Promise<string | null> {
  const lines = await linesOf(reader, part);
  const meant = habit === null ? lines : lines.filter((line) => line.habit === habit);
  return meant.length === 0 ? null : meant.map(({ text }) => text).join(', ');
}

/** Languages are the same in any order. */
function inOrder(text: string): string {
  return lineKey(text).split(', ').toSorted().join(', ');
}
