import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** Five steps down: where all processors are busy, a third of what the other threads get (sched(7), "The nice value"). */
const steps = 5;

/**
 * Lets this thread, and those that it starts from now on, give way to the others of the process where processors are scarce. On
 * Linux, where each thread has a niceness of its own (setpriority(2)); elsewhere nothing happens.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    // <process>/task/<thread>
    const threadId = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    // From where the program itself stands: an operator may have started it below others.
    const niceness = getPriority(threadId) + steps;
    setPriority(threadId, Math.min(niceness, constants.priority.PRIORITY_LOW));
  } catch {
    // Without /proc, or where it is forbidden, all are alike.
  }
}
