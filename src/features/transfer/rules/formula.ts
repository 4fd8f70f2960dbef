/**
 * Where a spreadsheet may begin to compute, and characters that lead it there (OWASP, CSV Injection): at the beginning
 * of a cell, and wherever a program that separates columns by other marks would begin one.
 */
const danger = /(?<=^|[;\t\r\n])(?=['\s]*[=+\-@\t\r＝＋－＠])/gu;
const defused = /(?<=^|[;\t\r\n])'(?=['\s]*[=+\-@\t\r＝＋－＠])/gu;
const plainNumber = /^-?\d+(\.\d+)?$/u;

/** A cell that a spreadsheet shows and does not compute. A plain number stays one. */
export function defuse(cell: string): string {
  return plainNumber.test(cell) ? cell : cell.replace(danger, "'");
}

/** The cell as it was before `defuse`. */
export function undefuse(cell: string): string {
  return cell.replace(defused, '');
}
