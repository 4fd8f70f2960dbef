import { readConfig } from '#src/app/config.ts';
import { createApp } from '#src/app/create-app.ts';
import { serveCalls } from './serve-calls.ts';
import { SkippingClock } from './skipping-clock.ts';
import { probeCalls } from './probe-calls.ts';

// The program with a clock that can be set forward.

const read = readConfig();
if (!read.ok) throw new Error('wrong settings');
const clock = new SkippingClock();
const app = createApp(read.config, { clock });
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)));
serveCalls({ ...probeCalls, skip: (ms: number) => clock.skip(ms) });
await app.start();
