import type { Reader, Tx } from '#src/storage/reader.ts';
import type {
  HabitName,
  LearntByModel,
  PersonaPart,
  ProposalId,
  ProposedLine,
  ProposedLineId,
} from '../persona.ts';

/** A line that is to be proposed. */
export interface NewProposedLine {
  readonly part: PersonaPart;
  readonly text: string;
  readonly habit: HabitName | null;
  readonly before: string | null;
}

/** What a proposal as a whole says: how many replies were read, and whether a model was heard. */
export interface ProposalHead extends Pick<LearntByModel, 'provider' | 'silence'> {
  readonly replies: number;
}

/** Writes down what was learned, in place of what was learned before. `now` in epoch ms. */
export async function insertProposal(
  tx: Tx,
  lines: readonly NewProposedLine[],
  { replies, provider, silence }: ProposalHead,
  now: number,
): Promise<ProposalId> {
  await deleteProposals(tx);
  const { id } = await tx.db
    .insertInto('persona_proposal')
    .values({ replies, provider, silence, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = lines.map(({ part, text, habit, before }) => ({
    proposal_id: id,
    part,
    text,
    habit,
    before_text: before,
  }));
  if (rows.length > 0) await tx.db.insertInto('persona_proposed_line').values(rows).execute();
  return id;
}

/** What a proposal as a whole says; undefined when it was replaced or deleted. */
export async function proposalHead(
  reader: Reader,
  id: ProposalId,
): Promise<ProposalHead | undefined> {
  return await reader.db
    .selectFrom('persona_proposal')
    .select(['replies', 'provider', 'silence'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The lines that were proposed together. */
export async function proposedLines(reader: Reader, id: ProposalId): Promise<ProposedLine[]> {
  return await selectLines(reader).where('proposal_id', '=', id).orderBy('id').execute();
}

/** One line that was proposed. */
export async function proposedLineById(
  reader: Reader,
  id: ProposedLineId,
): Promise<ProposedLine | undefined> {
  return await selectLines(reader).where('id', '=', id).executeTakeFirst();
}

/** Changes what became of a proposed line, or what it would take the place of. */
export async function updateProposedLine(
  tx: Tx,
  id: ProposedLineId,
  change: { state: ProposedLine['state'] } | { before_text: string | null },
): Promise<void> {
  await tx.db.updateTable('persona_proposed_line').set(change).where('id', '=', id).execute();
}

/** Forgets whatever was proposed. */
export async function deleteProposals(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('persona_proposal').execute();
}

function selectLines(reader: Reader) {
  return reader.db
    .selectFrom('persona_proposed_line')
    .select([
      'id',
      'proposal_id as proposalId',
      'part',
      'text',
      'habit',
      'before_text as before',
      'state',
    ]);
}
