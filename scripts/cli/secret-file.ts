import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { type OperatorRefusal, refusal } from '#src/operator/refusals.ts';

/** A file that a secret can be written to. */
export interface SecretFile {
  readonly ok: true;
  /** Absent: no file was named. */
  readonly keep: ((secret: string) => void) | undefined;
  /** Takes the file away again when nothing was written. */
  close(): void;
}

/** Makes the file at once, readable by its owner alone, so that a secret that comes has a place. Never overwrites one. */
export function secretFile(path: string | undefined): SecretFile | OperatorRefusal {
  if (path === undefined) return { ok: true, keep: undefined, close: () => {} };
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch {
    return refusal('stripe-secret-file');
  }
  let written = false;
  return {
    ok: true,
    keep: (secret) => {
      writeSync(file, `${secret}\n`);
      written = true;
    },
    close: () => {
      closeSync(file);
      if (!written) unlinkSync(path);
    },
  };
}
