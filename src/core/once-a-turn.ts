/**
 * Gives a function that has `task` run in the next turn of the event loop, once, however often it is called until then. So
 * whatever else waits (what comes in, what leaves) has its turn between two runs, and wake-ups never multiply.
 */
export function onceATurn(task: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      task();
    });
  };
}
