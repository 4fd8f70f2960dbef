import type { Generated } from 'kysely';
import type { FanId, ThreadId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    fan_activity: FanActivityTable;
    fan_day: FanDayTable;
    quarter: QuarterTable;
    response: ResponseTable;
  }
}

/** What is counted of a fan, and where that puts them. A trigger gives every fan a row at the first contact. */
export interface FanActivityTable {
  fan_id: FanId;
  /** Messages from and to the fan, ever. */
  in_count: Generated<number>;
  out_count: Generated<number>;
  /** Messages from the fan in the last 30 days, as of the last check. */
  recent_count: Generated<number>;
  last_in_at: number | null;
  last_out_at: number | null;
  /** When the fan wrote first since the last answer; null when nobody waits. */
  asked_at: number | null;
  stage: Generated<'new' | 'active' | 'vip' | 'cooling' | 'lost'>;
  stage_since: number;
  /** 0 to 100. */
  score: Generated<number>;
  /** When the stage may change by itself (epoch ms); null: only with a message. */
  check_at: number | null;
}

/** Messages of a fan on one day. */
export interface FanDayTable {
  fan_id: FanId;
  /** Days since 1970-01-01 in UTC. */
  day: number;
  in_count: Generated<number>;
  out_count: Generated<number>;
}

/** Messages of all fans within a quarter of an hour: the finest that every time zone's hours are made of. */
export interface QuarterTable {
  /** Its beginning, epoch ms. */
  at: number;
  direction: 'in' | 'out';
  count: number;
}

/** A wait that an answer ended. */
export interface ResponseTable {
  id: Generated<number>;
  thread_id: ThreadId;
  asked_at: number;
  answered_at: number;
}
