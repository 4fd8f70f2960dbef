/** A number with its noun, which takes an s where there is not exactly one: `1 fan`, `2,000 fans`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
