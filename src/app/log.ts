import { pino } from 'pino';
import type { Log, LogFields } from '#src/core/log.ts';
import { scrub } from './scrub.ts';
import type { LogLevel } from './settings-schema.ts';

/** How a log is made. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Scripts that print results on stdout log to stderr. */
  readonly to?: 'stdout' | 'stderr' | { write(line: string): void };
}

/**
 * A log of JSON lines: `time`, `level`, `event`, then the fields. Error objects are no fields (see `Log`): a caller
 * logs their code. Every line passes the scrubber on its way out.
 */
export function createLog({ level, to = 'stdout' }: LogOptions): Log {
  // Synchronous, so that the last lines before an exit are written.
  const sink =
    typeof to === 'object' ? to : pino.destination({ fd: to === 'stdout' ? 1 : 2, sync: true });
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {},
    },
    {
      write(line: string) {
        sink.write(scrub(line));
      },
    },
  );
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      logger[name]({ ...fields }, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
