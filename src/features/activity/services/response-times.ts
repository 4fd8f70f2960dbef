import type { Reader } from '#src/storage/reader.ts';
import { latestWaits } from '../queries/response-rows.ts';
import { percentile } from '../rules/percentile.ts';

/** How fast fans were answered. In ms. */
export interface ResponseTimes {
  readonly median: number;
  readonly p90: number;
  /** Answers that this was taken of. */
  readonly count: number;
}

/** Enough to know by, few enough to be read in a moment. */
const mostAnswers = 1_000;

/** How fast fans were answered since a time (epoch ms), by the last 1,000 answers at most; null without any. */
export async function responseTimes(reader: Reader, since: number): Promise<ResponseTimes | null> {
  const waits = await latestWaits(reader, since, mostAnswers);
  const median = percentile(waits, 0.5);
  const p90 = percentile(waits, 0.9);
  return median === null || p90 === null ? null : { median, p90, count: waits.length };
}
