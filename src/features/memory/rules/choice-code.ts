/**
 * What a button knows a choice by: a number of its words (FNV-1a, 32 bits; datatracker.ietf.org/doc/html/draft-eastlake-fnv).
 * So the button of a choice that was renamed or removed meanwhile finds none, unless another took its name.
 */
export function choiceCode(choice: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < choice.length; at += 1) {
    hash = Math.imul(hash ^ choice.charCodeAt(at), 0x01_00_01_93);
  }
  return hash >>> 0;
}

/** The choice that a button means; undefined when it is not there (any more). */
export function choiceWithCode(choices: readonly string[], code: number): string | undefined {
  return choices.find((choice) => choiceCode(choice) === code);
}
