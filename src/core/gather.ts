import { onceATurn } from '#src/core/once-a-turn.ts';

/** Gathers what comes in one turn of the event loop, and hands it over at its end. */
export function gather<T>(handOver: (items: T[]) => void): (item: T) => void {
  let items: T[] = [];
  const handOverSoon = onceATurn(() => {
    const all = items;
    items = [];
    handOver(all);
  });
  return (item) => {
    items.push(item);
    handOverSoon();
  };
}
