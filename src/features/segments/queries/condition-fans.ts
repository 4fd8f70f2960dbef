import { sql } from 'kysely';
import type { FieldId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { type FanSet, fanSetOf, fanSetOfBits } from '../rules/fan-set.ts';
import type { Condition, FieldTest, Sign } from '../rules/filter.ts';
import { daysOfYear, type Moment } from '../rules/moment.ts';
import { textMatches } from '../rules/same-text.ts';
import { ids, setOf } from './ids-of.ts';
import { namedFans } from './named-fans.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

const operators = {
  min: '>=',
  max: '<=',
  above: '>',
  below: '<',
  is: '=',
} as const satisfies Record<Sign, string>;

const rowKinds = [
  'tag',
  'field',
  'waiting',
  'snoozed',
  'note',
  'followup',
  'date-soon',
  'name',
  'noai',
  'summary',
  'facts',
] as const;

/** A condition on rows of which a fan may have several. */
export type RowCondition = Condition & { readonly is: (typeof rowKinds)[number] };

/** Whether a condition is on rows of which a fan may have several. */
export function isRowCondition(condition: Condition): condition is RowCondition {
  return rowKinds.some((kind) => kind === condition.is);
}

/**
 * Who meets one condition, deleted accounts included. Each is one pass over an index that has little more than what is
 * asked for (those of create_segment among them): to decrypt pages is what costs.
 */
export async function conditionFans(
  reader: Reader,
  condition: RowCondition,
  moment: Moment,
): Promise<FanSet> {
  const { now } = moment;
  switch (condition.is) {
    case 'tag':
      return await setOf(
        reader.db.selectFrom('fan_tag').select(ids('fan_id')).where('tag_id', '=', condition.tagId),
      );
    case 'field':
      return await fieldFans(reader, condition.fieldId, condition);
    case 'waiting':
      return await setOf(
        reader.db
          .selectFrom('thread')
          .select(ids('fan_id'))
          .where('waiting_since', 'is not', null)
          .where('waiting_since', '<=', now - condition.hours * hourMs),
      );
    case 'snoozed':
      return await snoozedFans(reader, now);
    case 'note':
      return await setOf(reader.db.selectFrom('note').select(ids('fan_id')));
    case 'name':
      return await namedFans(reader, condition.text);
    case 'noai':
      return await setOf(
        reader.db.selectFrom('ai_opt_out').select(ids('fan_id')).where('taken_back_at', 'is', null),
      );
    case 'summary':
      return await bitsOf(reader, 'fan_with_summary');
    case 'facts':
      return await bitsOf(reader, 'fan_with_facts');
    case 'followup': {
      const open = reader.db
        .selectFrom('followup')
        .select(ids('fan_id'))
        .where('state', '=', sql.lit('open'));
      if (condition.days === null) return await setOf(open);
      return await setOf(open.where('due_at', '<=', now + condition.days * dayMs));
    }
    case 'date-soon':
      return await setOf(
        reader.db
          .selectFrom('important_date')
          .select(ids('fan_id'))
          .where((eb) =>
            eb(
              sql<number>`month * 100 + day`,
              'in',
              sql<number>`(select value from json_each(${JSON.stringify(
                daysOfYear(moment.today, condition.days),
              )}))`,
            ),
          ),
      );
  }
}

async function bitsOf(
  reader: Reader,
  table: 'fan_with_facts' | 'fan_with_summary',
): Promise<FanSet> {
  return fanSetOfBits(await reader.db.selectFrom(table).select(['part', 'bits']).execute());
}

async function fieldFans(reader: Reader, fieldId: FieldId, wanted: FieldTest): Promise<FanSet> {
  const filled = reader.db.selectFrom('fan_field').where('field_id', '=', fieldId);
  switch (wanted.test) {
    case 'present':
      return await setOf(filled.select(ids('fan_id')));
    case 'choice':
      return await setOf(filled.select(ids('fan_id')).where('text_value', '=', wanted.choice));
    case 'number':
      return await setOf(
        filled.select(ids('fan_id')).where('number_value', operators[wanted.sign], wanted.number),
      );
    case 'date':
      return await setOf(
        filled.select(ids('fan_id')).where('text_value', operators[wanted.sign], wanted.date),
      );
    case 'contains':
    case 'equals': {
      // SQLite knows the case of Latin letters only.
      const values = await filled
        .select(['text_value as value', ids('fan_id')])
        .where('text_value', 'is not', null)
        .groupBy('text_value')
        .execute();
      const found = values.filter(({ value }) =>
        textMatches(value ?? '', wanted.test, wanted.text),
      );
      return fanSetOf(found.map((row) => row.ids).join(',') || null);
    }
  }
}

/** Who is left out of the inbox; when that holds is told at SnoozeTable. */
async function snoozedFans(reader: Reader, now: number): Promise<FanSet> {
  return await setOf(
    reader.db
      .selectFrom('snooze')
      .innerJoin('thread', 'thread.id', 'snooze.thread_id')
      .select(ids('thread.fan_id'))
      .where(
        sql<boolean>`snooze.created_at >= coalesce(thread.done_at, 0)
          and snooze.created_at >= coalesce(thread.last_reply_at, 0)
          and (snooze.until_at > ${now}
            or (snooze.until_at is null and snooze.created_at >= thread.last_fan_message_at))`,
      ),
  );
}
