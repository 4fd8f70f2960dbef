import type { FanId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Fact, FactId } from '../fact.ts';
import { deleteFacts, factById, factsOf, updateFact } from '../queries/fact-rows.ts';
import { insertGone } from '../queries/gone-rows.ts';
import { deleteSummary, summaryOf, updateSummary } from '../queries/summary-rows.ts';
import { goneMarks } from '../rules/gone-marks.ts';
import { readTypedFact, readTypedSummary, type TypedRefusal } from '../rules/read-typed.ts';

/** Puts a person's words into a fact. What it said before does not come back. */
export async function changeFact(
  tx: Tx,
  id: FactId,
  { typed, by }: { typed: string; by: Author },
  services: Services,
): Promise<Result<{ fanId: FanId }, TypedRefusal | 'gone'>> {
  const read = readTypedFact(typed);
  if (!read.ok) return read;
  const fact = await factById(tx, id);
  if (!fact) return refuse('gone');
  const now = services.clock.now();
  await keepAway(tx, fact, now);
  await updateFact(tx, id, { text: read.text, ...by }, now);
  await refreshCard(tx, fact.fanId, services);
  return { ok: true, fanId: fact.fanId };
}

/** Deletes a fact, which does not come back; undefined when it is not there. */
export async function removeFact(
  tx: Tx,
  id: FactId,
  services: Services,
): Promise<Fact | undefined> {
  const fact = await factById(tx, id);
  if (!fact) return undefined;
  await removeAll(tx, [fact], services);
  return fact;
}

/** Deletes a fan's facts up to the newest that a person saw; they do not come back. */
export async function wipeFacts(
  tx: Tx,
  { fanId, upTo }: { fanId: FanId; upTo: FactId },
  services: Services,
): Promise<void> {
  const seen = (await factsOf(tx, fanId)).filter(({ id }) => id <= upTo);
  await removeAll(tx, seen, services);
}

/** Puts a person's words into a summary, which stays as it is from then on. */
export async function changeSummary(
  tx: Tx,
  fanId: FanId,
  { typed, by }: { typed: string; by: Author },
  services: Services,
): Promise<Result<{ fanId: FanId }, TypedRefusal | 'gone'>> {
  const read = readTypedSummary(typed);
  if (!read.ok) return read;
  if (!(await summaryOf(tx, fanId))) return refuse('gone');
  const change = { text: read.text, ...by };
  await updateSummary(tx, fanId, change, services.clock.now());
  await refreshCard(tx, fanId, services);
  return { ok: true, fanId };
}

/** Deletes a summary; the next one knows nothing of it. */
export async function removeSummary(tx: Tx, fanId: FanId, services: Services): Promise<void> {
  if (await deleteSummary(tx, fanId)) await refreshCard(tx, fanId, services);
}

async function removeAll(tx: Tx, facts: readonly Fact[], services: Services): Promise<void> {
  const [first] = facts;
  if (!first) return;
  const now = services.clock.now();
  for (const fact of facts) await keepAway(tx, fact, now);
  await deleteFacts(
    tx,
    facts.map(({ id }) => id),
  );
  await refreshCard(tx, first.fanId, services);
}

async function keepAway(tx: Tx, { fanId, text }: Fact, now: number): Promise<void> {
  await insertGone(tx, fanId, goneMarks(fanId, text), now);
}
