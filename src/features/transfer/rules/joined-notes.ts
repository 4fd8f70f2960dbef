/** What stands between notes in one cell, on a line of its own. A line of a note that looks like it has `\` in front. */
const mark = '~~~';

/** Several notes as one cell. */
export function joinNotes(notes: readonly string[]): string {
  return notes.map((note) => note.replace(/^(\\*~~~)$/gmu, '\\$1')).join(`\n${mark}\n`);
}

/** The notes of a cell, as they were before `joinNotes`. */
export function splitNotes(cell: string): string[] {
  return cell
    .replace(/\r\n/gu, '\n')
    .split(new RegExp(`^${mark}$`, 'mu'))
    .map((note) => note.replace(/^\\(\\*~~~)$/gmu, '$1').trim())
    .filter((note) => note !== '');
}
