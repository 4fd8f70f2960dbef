import { AppError } from '#src/core/errors.ts';

/**
 * What the process ends with after this error: 78 (EX_CONFIG of sysexits.h) when the master key or the place of a folder is at fault,
 * else 1.
 */
export function exitCodeOf(error: unknown): 1 | 78 {
  if (!(error instanceof AppError)) return 1;
  return error.code.startsWith('keys.') || error.code === 'storage.no-folder' ? 78 : 1;
}
