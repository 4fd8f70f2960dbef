import type { FanId, FieldId, MessageId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { ExportedFan } from '../rules/exported-fan.ts';
import { listed } from './known-people.ts';

/** The next fans by id with all that is known of them. Accounts that were deleted are left out. */
export async function exportedFans(
  reader: Reader,
  after: FanId,
  limit: number,
): Promise<(ExportedFan & { readonly id: FanId })[]> {
  const fans = await reader.db
    .selectFrom('fan')
    .leftJoin('fan_activity as activity', 'activity.fan_id', 'fan.id')
    .leftJoin('fan_summary as summary', 'summary.fan_id', 'fan.id')
    .leftJoin('ai_opt_out', 'ai_opt_out.fan_id', 'fan.id')
    .leftJoin('fan_care', (join) =>
      join.onRef('fan_care.fan_id', '=', 'fan.id').on('fan_care.kind', '=', 'possible-minor'),
    )
    .selectAll('fan')
    .select(['ai_opt_out.opted_out_at', 'ai_opt_out.taken_back_at'])
    .select(['fan_care.message_id as signId', 'fan_care.seen_at as signAt'])
    .select(['cleared_up_to as clearedUpTo', 'cleared_actor as clearedBy'])
    .select('cleared_at as clearedAt')
    .select('summary.text as summary')
    .select(['activity.in_count', 'activity.out_count', 'activity.stage', 'activity.score'])
    .where('fan.id', '>', after)
    .where('fan.reach', '<>', 'gone')
    .orderBy('fan.id')
    .limit(limit)
    .execute();
  const ids = fans.map(({ id }) => id);
  const former = byFan(await formerHandlesOf(reader, ids));
  const notes = byFan(await notesOf(reader, ids));
  const tags = byFan(await tagsOf(reader, ids));
  const facts = byFan(await factsOf(reader, ids));
  const values = byFan(await valuesOf(reader, ids));
  const dates = byFan(await datesOf(reader, ids));
  const followups = byFan(await followupsOf(reader, ids));
  return fans.map((fan) => ({
    id: fan.id,
    userId: fan.user_id,
    handle: fan.username,
    formerHandles: (former.get(fan.id) ?? []).map(({ handle }) => handle),
    firstName: fan.first_name,
    lastName: fan.last_name,
    language: fan.language_code,
    source: fan.source,
    firstSeenAt: fan.first_seen_at,
    lastSeenAt: fan.last_seen_at,
    messagesIn: fan.in_count ?? 0,
    messagesOut: fan.out_count ?? 0,
    stage: fan.stage,
    score: fan.score,
    tags: (tags.get(fan.id) ?? []).map(({ name }) => name),
    notes: (notes.get(fan.id) ?? []).map(({ text, at, by }) => ({ text, at, by })),
    facts: (facts.get(fan.id) ?? []).map(({ text, at, by, messageId }) => ({
      text,
      at,
      by,
      messageId,
    })),
    summary: fan.summary,
    aiOptOut:
      fan.opted_out_at === null ? null : { at: fan.opted_out_at, takenBackAt: fan.taken_back_at },
    possibleMinor:
      fan.signId === null || fan.signAt === null
        ? null
        : { messageId: fan.signId, at: fan.signAt, cleared: clearedOf(fan) },
    values: new Map(
      (values.get(fan.id) ?? []).flatMap(
        ({ fieldId, text, number }): [FieldId, string | number][] =>
          text === null && number === null ? [] : [[fieldId, text ?? number ?? '']],
      ),
    ),
    dates: (dates.get(fan.id) ?? []).map(({ label, month, day, year }) => ({
      label,
      month,
      day,
      year,
    })),
    followups: (followups.get(fan.id) ?? []).map(({ text, dueAt, state }) => ({
      text,
      dueAt,
      state,
    })),
  }));
}

function clearedOf({
  clearedUpTo: upTo,
  clearedBy: by,
  clearedAt: at,
}: {
  readonly clearedUpTo: MessageId | null;
  readonly clearedBy: string | null;
  readonly clearedAt: number | null;
}) {
  return upTo === null || by === null || at === null ? null : { upTo, by, at };
}

async function formerHandlesOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('former_handle')
    .select(['fan_id as fanId', 'handle'])
    .where('fan_id', 'in', listed(ids))
    .orderBy('left_at', 'desc')
    .execute();
}

async function notesOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('note')
    .select(['fan_id as fanId', 'text', 'created_at as at', 'actor as by'])
    .where('fan_id', 'in', listed(ids))
    .orderBy('id')
    .execute();
}

async function factsOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('fact')
    .innerJoin('message', 'message.id', 'fact.message_id')
    .select([
      'fact.fan_id as fanId',
      'fact.text',
      'fact.message_id as messageId',
      'message.sent_at as at',
      'fact.actor as by',
    ])
    .where('fact.fan_id', 'in', listed(ids))
    .orderBy('fact.id')
    .execute();
}

async function tagsOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('fan_tag')
    .innerJoin('tag', 'tag.id', 'fan_tag.tag_id')
    .select(['fan_tag.fan_id as fanId', 'tag.name'])
    .where('fan_tag.fan_id', 'in', listed(ids))
    .orderBy('tag.key')
    .execute();
}

async function valuesOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('fan_field')
    .select([
      'fan_id as fanId',
      'field_id as fieldId',
      'text_value as text',
      'number_value as number',
    ])
    .where('fan_id', 'in', listed(ids))
    .execute();
}

async function datesOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('important_date')
    .select(['fan_id as fanId', 'label', 'month', 'day', 'year'])
    .where('fan_id', 'in', listed(ids))
    .orderBy('id')
    .execute();
}

async function followupsOf(reader: Reader, ids: readonly FanId[]) {
  return await reader.db
    .selectFrom('followup')
    .select(['fan_id as fanId', 'text', 'due_at as dueAt', 'state'])
    .where('fan_id', 'in', listed(ids))
    .orderBy('due_at')
    .execute();
}

function byFan<Row extends { readonly fanId: FanId }>(rows: readonly Row[]): Map<FanId, Row[]> {
  return Map.groupBy(rows, ({ fanId }) => fanId);
}
