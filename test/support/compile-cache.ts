import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Settings of Node for every process of the tests: what one has compiled the others, and their threads, take from there
 * (nodejs.org/api/module.html#module-compile-cache). That halves the time of a start.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: join(tmpdir(), 'fanline-compile-cache'),
} as const;
