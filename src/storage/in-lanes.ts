/**
 * Begins `work` on one item after the other, with so many under way at one time, as long as `goesOn`. Resolves when all
 * that was begun is done. When work throws, no more is begun, what is under way ends, and the first error is thrown.
 */
export async function inLanes<Item>(
  items: Iterable<Item>,
  lanes: number,
  goesOn: () => boolean,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  let broken = false;
  const lane = async () => {
    while (!broken && goesOn()) {
      const { done, value } = rest.next();
      if (done) return;
      try {
        await work(value);
      } catch (error) {
        broken = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
