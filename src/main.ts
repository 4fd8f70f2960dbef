import { readConfig } from '#src/app/config.ts';
import { createApp } from '#src/app/create-app.ts';
import { describeProblems } from '#src/app/describe-problems.ts';
import { errorOrigin } from '#src/app/error-origin.ts';
import { exitCodeOf } from '#src/app/exit-code.ts';
import { createLog } from '#src/app/log.ts';
import { AppError } from '#src/core/errors.ts';
import { errorCode } from '#src/core/error-code.ts';

/** How long a stop may take before the process ends all the same; what was stored is safe either way. */
const drainMs = 10_000;

const read = readConfig();
if (!read.ok) {
  console.error(describeProblems(read.problems).join('\n'));
  process.exit(78);
}
const log = createLog({ level: read.config.logLevel });
const die = (error: unknown): never => {
  log.error('app.failed', { code: errorCode(error), origin: errorOrigin(error) });
  if (error instanceof AppError) console.error(error.message);
  process.exit(exitCodeOf(error));
};
process.on('unhandledRejection', die).on('uncaughtException', die);

const app = createApp(read.config);
let stopping = false;
const stop = () => {
  if (stopping) process.exit(1);
  stopping = true;
  setTimeout(() => process.exit(1), drainMs).unref();
  app.stop().then(() => process.exit(0), die);
};
process.on('SIGTERM', stop).on('SIGINT', stop);
await app.start().catch(die);
