/** Gathers what comes in one turn of the event loop, and hands it over at its end. */
export function gather<T>(handOver: (items: T[]) => void): (item: T) => void {
  let items: T[] = [];
  return (item) => {
    if (items.push(item) > 1) return;
    setImmediate(() => {
      const all = items;
      items = [];
      handOver(all);
    });
  };
}
