/** Fields of a log line. Never message texts, names, tokens or keys. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Logging as a port: a stable dotted event name and flat fields. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** A log that drops every line. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
