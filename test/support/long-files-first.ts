import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in the order in which they start: some that compute beside some that wait. */
const longFiles = [
  'test/model/forum-desk.test.ts',
  'test/flow/back-pressure.test.ts',
  'test/model/private-desk.test.ts',
  'test/bench/bench.test.ts',
  'test/crash/kills.test.ts',
  'test/flow/transfer.test.ts',
  'test/crash/files.test.ts',
  'test/crash/hold-kills.test.ts',
  'test/crash/stripe-kills.test.ts',
  'test/flow/shards.test.ts',
  'test/flow/demo-page.test.ts',
  'test/flow/forum-desk.test.ts',
  'test/flow/operator-scripts.test.ts',
  'test/flow/ai-drafts.test.ts',
  'test/flow/possible-minor.test.ts',
  'test/flow/insights.test.ts',
  'test/flow/private-desk.test.ts',
  'test/flow/drafts-at-desk.test.ts',
  'src/storage/long-reads/long-reads.test.ts',
];

/**
 * Starts the long files first, so that none of them runs alone at the end. Vitest would go by the durations of an earlier
 * run, and in a fresh clone by the sizes of the files, where a long test is often a short file.
 */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ordered = await super.sort(files);
    return ordered.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longFiles.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? longFiles.length : place;
}
