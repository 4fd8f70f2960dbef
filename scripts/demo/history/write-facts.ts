import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { recordReach } from '#src/features/fans/index.ts';
import { addFollowup, markTold } from '#src/features/followups/index.ts';
import { snoozeThread } from '#src/features/inbox/index.ts';
import {
  addNote,
  allFields,
  defineField,
  findOrMakeTag,
  keepDate,
  setField,
  tagFan,
} from '#src/features/memory/index.ts';
import { threadOfFan } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { atTime } from './at-time.ts';
import { plannedFields } from './plan-facts.ts';
import type { KnownFan } from './write-talk.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Writes down what the creator remembered of the fans, and what else is known of them. */
export async function writeFacts(
  tx: Tx,
  fans: readonly KnownFan[],
  { author, services }: { author: UserId; services: Services },
): Promise<void> {
  for (const { type, typed } of plannedFields) await defineField(tx, type, typed, services);
  await writeNotes(tx, fans, author, services);
  for (const known of fans) {
    await writeTags(tx, known, services);
    await writeFields(tx, known, services);
    const { date } = known.fan.facts;
    if (date !== null)
      await keepDate(tx, { fanId: known.id, typed: date, actor: 'creator' }, services);
    await writeStanding(tx, known, services);
  }
  await writeFollowups(tx, fans, author, services);
}

/** Notes in the order in which they were written, so that the newest has the highest id. */
async function writeNotes(
  tx: Tx,
  fans: readonly KnownFan[],
  author: UserId,
  services: Services,
): Promise<void> {
  const notes = fans
    .flatMap(({ id, fan }) => fan.facts.notes.map((note) => ({ fanId: id, ...note })))
    .sort((a, b) => a.at - b.at);
  for (const { at, ...note } of notes) {
    await addNote(tx, { ...note, actor: 'creator', author }, atTime(services, at));
  }
}

async function writeTags(tx: Tx, { id, fan }: KnownFan, services: Services): Promise<void> {
  for (const { name, at } of fan.facts.tags) {
    const then = atTime(services, at);
    const found = await findOrMakeTag(tx, name, then);
    if (found.ok) await tagFan(tx, { fanId: id, tagId: found.tag.id, actor: 'creator' }, then);
  }
}

async function writeFields(tx: Tx, { id, fan }: KnownFan, services: Services): Promise<void> {
  const { fields } = fan.facts;
  if (Object.keys(fields).length === 0) return;
  for (const field of await allFields(tx)) {
    const typed = fields[field.name];
    if (typed === undefined) continue;
    await setField(tx, { fanId: id, fieldId: field.id, typed, actor: 'creator' }, services);
  }
}

/** Who blocked the bot, and who is snoozed. */
async function writeStanding(tx: Tx, known: KnownFan, services: Services): Promise<void> {
  const { id, userId, fan } = known;
  const lastAt = fan.talk.at(-1)?.sentAt ?? 0;
  if (fan.person.blocked) await recordReach(tx, userId, 'blocked', lastAt + 3 * dayMs);
  const thread = fan.snoozed ? await threadOfFan(tx, id) : undefined;
  if (thread) await snoozeThread(tx, thread.id, 'tomorrow', services);
}

/** What is due was told when it came due; what lies ahead comes last, so that it is told next. */
async function writeFollowups(
  tx: Tx,
  fans: readonly KnownFan[],
  author: UserId,
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  const followups = fans
    .flatMap(({ id, fan }) => (fan.facts.followup ? [{ fanId: id, ...fan.facts.followup }] : []))
    .sort((a, b) => a.dueAt - b.dueAt);
  for (const followup of followups) {
    const made = atTime(services, Math.min(now - hourMs, followup.dueAt - 2 * dayMs));
    const added = await addFollowup(tx, { ...followup, actor: 'creator', author }, made);
    if (added.ok && followup.dueAt <= now) await markTold(tx, added.id, followup.dueAt);
  }
}
