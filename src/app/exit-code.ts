import { AppError } from '#src/core/errors.ts';

/** What the process ends with after this error: 78 (EX_CONFIG of sysexits.h) when the master key is at fault, else 1. */
export function exitCodeOf(error: unknown): 1 | 78 {
  return error instanceof AppError && error.code.startsWith('keys.') ? 78 : 1;
}
