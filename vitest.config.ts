import { defineConfig } from 'vitest/config';
import { compileCache } from './test/support/compile-cache.ts';
import { LongFilesFirst } from './test/support/long-files-first.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // On two processors: tests wait a good part of their time, for timers, disks and other processes.
    maxWorkers: 3,
    // The files of a worker share its modules: no test changes a module's state, and loading them anew takes longer than
    // most tests.
    isolate: false,
    unstubEnvs: true,
    // For what Node loads itself in a worker: packages, and all that threads run.
    env: compileCache,
    sequence: { sequencer: LongFilesFirst },
  },
});
