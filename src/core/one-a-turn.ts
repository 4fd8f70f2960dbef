/**
 * Lets those who ask go on, one in each turn of the event loop, in the order in which they asked. So what is long enough to be
 * felt never adds up in one turn, and what comes in is read between two.
 */
export function oneATurn(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
