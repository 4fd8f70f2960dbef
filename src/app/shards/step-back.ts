import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Five steps below usual: where all processors are busy, a third of what a usual thread gets (sched(7), "The nice value"). */
const niceness = 5;

/**
 * Lets this thread, and those that it starts from now on, give way to the others of the process where processors are scarce. On
 * Linux, where each thread has a niceness of its own (setpriority(2)); elsewhere nothing happens.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    // <process>/task/<thread>
    const threadId = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(threadId, niceness);
  } catch {
    // Without /proc, or where it is forbidden, all are alike.
  }
}
