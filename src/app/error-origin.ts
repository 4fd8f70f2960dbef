/**
 * Where in the program an error came from, for the log: the innermost line of its stack that is not a package's. Never
 * the message, which may hold what a person wrote.
 */
export function errorOrigin(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.find((line) => !/node_modules|node:/.test(line)) ?? frames[0];
  return own?.trim().replace(/file:\/\/.*?(?=\/(?:src|scripts|migrations)\/)/, '');
}
