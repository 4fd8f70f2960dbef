import { readFileSync } from 'node:fs';
import { AppError } from '#src/core/errors.ts';

/** Reads a text file that the operator named. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'operator.file',
      'user',
      `The file ${JSON.stringify(path)} cannot be read.`,
      { cause: error },
    );
  }
}
