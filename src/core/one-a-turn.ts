/** Who waits for a turn; whether it is urgent is asked when one comes. */
interface Waiting {
  readonly isUrgent: () => boolean;
  readonly goOn: () => void;
}

/**
 * Lets those who ask go on, one in each turn of the event loop, in the order in which they asked, urgent ones first. So what is
 * long enough to be felt never adds up in one turn, and what comes in is read between two.
 */
export function oneATurn(): (isUrgent?: () => boolean) => Promise<void> {
  const waiting: Waiting[] = [];
  const next = (): void => {
    const first = Math.max(
      0,
      waiting.findIndex(({ isUrgent }) => isUrgent()),
    );
    for (const { goOn } of waiting.splice(first, 1)) goOn();
    if (waiting.length > 0) setImmediate(next);
  };
  return (isUrgent = () => false) =>
    new Promise((goOn) => {
      waiting.push({ isUrgent, goOn });
      if (waiting.length === 1) setImmediate(next);
    });
}
