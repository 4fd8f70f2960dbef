import './tables.ts';
import type { FanId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { Consent, WrittenConsent } from './consent.ts';

const purpose = 'ai-drafts';

const selectConsent = statement((db, given: { purpose: 'ai-drafts' }) =>
  db
    .selectFrom('consent')
    .select(['providers', 'text_version', 'given_at', 'given_by'])
    .where('purpose', '=', given.purpose)
    .where('ended_at', 'is', null),
);

/** The consent that has not ended, if there is one. Whether it holds is another question. */
export async function consentOf(reader: Reader): Promise<Consent | null> {
  const row = await selectConsent.first(reader, { purpose });
  if (!row) return null;
  return {
    providers: JSON.parse(row.providers) as string[],
    textVersion: row.text_version,
    givenAt: row.given_at,
    givenBy: row.given_by,
  };
}

/** Everything that the creator ever consented to, oldest first. */
export async function allConsents(reader: Reader): Promise<WrittenConsent[]> {
  const rows = await reader.db.selectFrom('consent').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    purpose: row.purpose,
    providers: JSON.parse(row.providers) as string[],
    textVersion: row.text_version,
    givenAt: row.given_at,
    actor: row.actor,
    givenBy: row.given_by,
    endedAt: row.ended_at,
    endedHow: row.ended_how,
  }));
}

/** Stores a consent of the creator; the one before must have ended. */
export async function insertConsent(
  tx: Tx,
  { providers, textVersion, givenAt, givenBy }: Consent,
): Promise<void> {
  await tx.db
    .insertInto('consent')
    .values({
      purpose,
      providers: JSON.stringify(providers),
      text_version: textVersion,
      given_at: givenAt,
      actor: 'creator',
      given_by: givenBy satisfies UserId,
      ended_at: null,
      ended_how: null,
    })
    .execute();
}

/** Ends the consent that has not ended; false when there is none. */
export async function endConsent(
  tx: Tx,
  how: 'withdrawn' | 'replaced',
  now: number,
): Promise<boolean> {
  const ended = await tx.db
    .updateTable('consent')
    .set({ ended_at: now, ended_how: how })
    .where('purpose', '=', purpose)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

const selectOptOut = statement((db, given: { fanId: FanId }) =>
  db
    .selectFrom('ai_opt_out')
    .select('fan_id')
    .where('fan_id', '=', given.fanId)
    .where('taken_back_at', 'is', null),
);

/** Whether this fan keeps their messages away from AI providers. */
export async function isOptedOut(reader: Reader, fanId: FanId): Promise<boolean> {
  return (await selectOptOut.first(reader, { fanId })) !== undefined;
}

/** Writes down that the fan keeps out; false when they did already. */
export async function optOut(tx: Tx, fanId: FanId, now: number): Promise<boolean> {
  const written = await tx.db
    .insertInto('ai_opt_out')
    .values({ fan_id: fanId, opted_out_at: now, taken_back_at: null })
    .onConflict((conflict) =>
      conflict
        .column('fan_id')
        .doUpdateSet({ opted_out_at: now, taken_back_at: null })
        .where('ai_opt_out.taken_back_at', 'is not', null),
    )
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Writes down that the fan takes it back; false when they did not keep out. */
export async function takeBackOptOut(tx: Tx, fanId: FanId, now: number): Promise<boolean> {
  const ended = await tx.db
    .updateTable('ai_opt_out')
    .set({ taken_back_at: now })
    .where('fan_id', '=', fanId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
