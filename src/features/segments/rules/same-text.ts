/** A text as it is compared: case, width and spaces do not count. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim();
}

/** Whether a field's text contains or equals what is looked for. */
export function textMatches(value: string, test: 'contains' | 'equals', wanted: string): boolean {
  return test === 'contains'
    ? folded(value).includes(folded(wanted))
    : folded(value) === folded(wanted);
}
