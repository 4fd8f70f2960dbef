import { testRandomRuns } from '#test/model/random-runs.ts';

testRandomRuns('forum');
