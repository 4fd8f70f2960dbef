import type { Tx } from '#src/storage/reader.ts';
import { errorCode, isStorageFault } from '#src/core/error-code.ts';

/**
 * Runs what a feature does for one row so that its fault undoes only itself. A fault of the tenant's file is thrown:
 * it concerns the whole transaction.
 */
export async function inSavepoint<T>(
  tx: Tx,
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; code: string }> {
  try {
    return { ok: true, value: await tx.savepoint(work) };
  } catch (error) {
    if (isStorageFault(error)) throw error;
    return { ok: false, code: errorCode(error) };
  }
}
