/**
 * Options of a thread that needs nothing of the process: none of its settings and secrets, and none of its options (those of a
 * test runner, say) but the one that keeps compiled code.
 */
export const bareThread = {
  env: {},
  execArgv: ['--import', new URL('compile-cache.js', import.meta.url).href],
};
