import { SingleBar } from 'cli-progress';

/** A bar that a long task moves. */
export interface Progress {
  onProgress(done: number, total: number): void;
  end(): void;
}

/** A progress bar on a terminal's stderr; nothing at all elsewhere. */
export function createProgress(what: string, quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return { onProgress() {}, end() {} };
  const bar = new SingleBar({
    format: `${what} {bar} {value}/{total}, {eta} s left`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  return {
    onProgress(done, total) {
      if (!started) bar.start(total, done);
      else bar.update(done);
      started = true;
    },
    end() {
      if (started) bar.stop();
    },
  };
}
