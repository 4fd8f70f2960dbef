import { AppError } from '#src/core/errors.ts';

/** What a log or a row may keep of an error: its stable code or its class, never its text. */
export function errorCode(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * Whether the tenant's file is at fault (disk full, damaged, quarantined, no key) rather than what was done with it.
 * Such work is tried again, never given up. A statement that breaks a rule of the schema is a bug of its writer.
 */
export function isStorageFault(error: unknown): boolean {
  if (!(error instanceof AppError) || error.kind === 'bug') return false;
  return error.code.startsWith('storage.') || error.code.startsWith('keys.');
}
