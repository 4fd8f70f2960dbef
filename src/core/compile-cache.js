import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/*
 * Keeps compiled code for the next start, beside the packages (nodejs.org/api/module.html#module-compile-cache): commands and
 * threads start in six tenths of the time. It stands before the program, as `--import`, which threads do as well, since what a
 * program imports is compiled before its first line runs. Where the folder cannot be written, all is as without it.
 * JavaScript, since TypeScript at this place would be compiled anew each time.
 */
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/fanline'));
