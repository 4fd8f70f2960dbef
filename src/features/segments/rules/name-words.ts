import { nameWords, typedNameWords } from '#src/features/search/index.ts';

/** What is typed of names may have no word in it (an emoji): then nobody can be meant by it. */
export function isNameText(typed: string): boolean {
  return typedNameWords(typed).length > 0;
}

/** Whether a fan is called so: each word of the text is the beginning of one of the name's or handle's. */
export function isCalled(fan: Parameters<typeof nameWords>[0], text: string): boolean {
  return haveBeginnings(nameWords(fan), typedNameWords(text));
}

/** Whether who is called by the first text is called by the second, too. */
export function nameImplies(first: string, second: string): boolean {
  return haveBeginnings(typedNameWords(first), typedNameWords(second));
}

function haveBeginnings(words: readonly string[], beginnings: readonly string[]): boolean {
  return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
}
