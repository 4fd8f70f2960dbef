import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/**
 * The environment of a thread that needs no settings: no setting and no secret of the process, only where compiled code
 * is kept, if it is (Node adds a folder of its own for its version).
 */
export function bareEnv(): Record<string, string> {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
