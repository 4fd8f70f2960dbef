import type { FanId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { FactId } from '../fact.ts';
import { factById } from '../queries/fact-rows.ts';
import { summaryOf } from '../queries/summary-rows.ts';

/** What a fact says; undefined when it is gone. */
export async function factText(reader: Reader, id: FactId): Promise<string | undefined> {
  return (await factById(reader, id))?.text;
}

/** What a fan's summary says; undefined when there is none. */
export async function summaryText(reader: Reader, fanId: FanId): Promise<string | undefined> {
  return (await summaryOf(reader, fanId))?.text;
}
