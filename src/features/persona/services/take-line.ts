import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { ProposalId, ProposedLine, ProposedLineId } from '../persona.ts';
import { deletePart, insertLines, linesOf, updateLine } from '../queries/line-rows.ts';
import { proposedLineById, proposedLines, updateProposedLine } from '../queries/proposal-rows.ts';
import { countChange } from '../queries/state-rows.ts';
import { holdsLines, newLines, partLimits, readPart } from '../rules/read-part.ts';
import { writtenNow } from './written-now.ts';
import { standsFor } from './learn.ts';

/** Why a line is not taken: what it would replace was changed since it was shown; its part is full. */
export type TakeRefusal = 'changed' | 'full';

/** What came of a decision about a line. */
export interface Decided {
  readonly proposalId: ProposalId;
  /** Null: it is as was decided. */
  readonly refusal: TakeRefusal | null;
}

/** Takes a proposed line into the persona, or leaves it; undefined when it is gone. A second tap changes nothing. */
export async function decideLine(
  tx: Tx,
  id: ProposedLineId,
  decision: 'take' | 'leave',
  by: Author,
  services: Services,
): Promise<Decided | undefined> {
  const line = await proposedLineById(tx, id);
  if (!line) return undefined;
  const { proposalId } = line;
  if (line.state !== 'open') return { proposalId, refusal: null };
  if (decision === 'leave') {
    await updateProposedLine(tx, id, { state: 'left' });
    return { proposalId, refusal: null };
  }
  const taken = await takeLine(tx, line, by, services);
  return { proposalId, refusal: taken.ok ? null : taken.reason };
}

/** Takes all lines of a proposal that are open; gives the last reason why one was not taken. */
export async function takeAll(
  tx: Tx,
  id: ProposalId,
  by: Author,
  services: Services,
): Promise<TakeRefusal | undefined> {
  let refusal: TakeRefusal | undefined;
  for (const line of await proposedLines(tx, id)) {
    if (line.state !== 'open') continue;
    const taken = await takeLine(tx, line, by, services);
    if (!taken.ok) refusal = taken.reason;
  }
  return refusal;
}

async function takeLine(
  tx: Tx,
  line: ProposedLine,
  by: Author,
  services: Services,
): Promise<Result<object, TakeRefusal>> {
  const { id, part, habit } = line;
  const before = await standsFor(tx, line);
  if (before !== line.before) {
    await updateProposedLine(tx, id, { before_text: before });
    return refuse('changed');
  }
  const read = readPart(part, line.text);
  if (!read.ok) throw new Error(`a learned line of ${part} cannot be read`);
  const written = writtenNow(by, services);
  if (habit === null && !holdsLines(part)) {
    await deletePart(tx, part);
    await insertLines(tx, part, read.lines, written);
  } else {
    const lines = await linesOf(tx, part);
    const same = habit === null ? undefined : lines.find((one) => one.habit === habit);
    const added = newLines(
      lines.map(({ text }) => text),
      read.lines,
    );
    if (same) await updateLine(tx, same.id, line.text, written);
    else if (lines.length + added.length > partLimits[part].most) return refuse('full');
    else await insertLines(tx, part, added, written, habit);
  }
  await updateProposedLine(tx, id, { state: 'taken' });
  await countChange(tx, written.now);
  return { ok: true };
}
