import { AppError } from '#src/core/errors.ts';

/** `storage.closed`: the program is stopping, and what is asked for now is for its next start. */
export function storageClosed(): AppError {
  return new AppError('storage.closed', 'transient', 'The program is stopping.');
}
