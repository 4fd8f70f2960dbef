import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';
import type { DraftSource, Outcome } from '../insight.ts';
import type { EndedDraft } from '../rules/draft-worth.ts';

/** From `since` up to, and without, `until`; epoch ms. */
interface Between {
  readonly since: number;
  readonly until: number;
}

/** Answers that the usual wait is taken from: the newest. */
const mostWaits = 5_000;

/**
 * Drafts that were shown with something to choose and are over. One that gave way to a newer one is left out: the newer one
 * counts.
 */
export async function endedDrafts(
  reader: Reader,
  { since, until }: Between,
): Promise<EndedDraft[]> {
  return await reader.db
    .selectFrom('draft')
    .leftJoin('draft_sent', 'draft_sent.draft_id', 'draft.id')
    .select([
      'draft.ended_at as endedAt',
      sql<Outcome>`case draft.state when 'stale' then 'by-hand' else draft.state end`.as('outcome'),
      'draft.source',
      'draft.distance',
      'draft.offered',
      'draft_sent.kept',
    ])
    .where('draft.ended_at', '>=', since)
    .where('draft.ended_at', '<', until)
    .where('draft.shown_at', 'is not', null)
    .where('draft.offered', '>', 0)
    .where((db) =>
      db.or([
        db('draft.state', 'in', ['sent', 'edited', 'dismissed']),
        db.and([db('draft.state', '=', 'stale'), db('draft.final_message_id', 'is not', null)]),
      ]),
    )
    .$narrowType<{ endedAt: number; source: DraftSource }>()
    .execute();
}

/** How long fans waited for each of the newest answers, in ms. */
export async function newestWaits(reader: Reader, { since, until }: Between): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('response')
    .select(sql<number>`answered_at - asked_at`.as('wait'))
    .where('answered_at', '>=', since)
    .where('answered_at', '<', until)
    .orderBy('answered_at', 'desc')
    .limit(mostWaits)
    .execute();
  return rows.map(({ wait }) => wait);
}
