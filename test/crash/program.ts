// A program of the tests' own: the whole app, which dies at a chosen step or whose disk fails when it is told to.
import { readConfig } from '#src/app/config.ts';
import { createApp } from '#src/app/create-app.ts';
import { createLog } from '#src/app/log.ts';
import type { CrashPoint } from '#src/core/crash-points.ts';

/** How the program is to die. */
interface Plan {
  readonly point?: CrashPoint;
  /** At which pass over the point, from 1. */
  readonly pass?: number;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const read = readConfig();
if (!read.ok) throw new Error('wrong settings');
const log = createLog({ level: read.config.logLevel });
let passes = 0;
let disk: 'fine' | 'failing' | 'full' = 'fine';
process.on('message', (said: { disk: typeof disk }) => {
  disk = said.disk;
});
const app = createApp(read.config, {
  log,
  crashPoints: {
    reach(point) {
      if (point !== plan.point) return;
      passes += 1;
      if (passes === plan.pass) process.kill(process.pid, 'SIGKILL');
    },
  },
  disk: { write: () => disk },
});
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)));
await app.start();
