import { beforeOpenNumber } from './before-open-number.ts';
import { checkDraft, type Known } from './check-draft.ts';
import type { ProblemKind } from './checks/problem.ts';
import { partialProposal } from './partial-proposal.ts';

/** Of a beginning it cannot be said yet. */
const saidAtTheEnd: ReadonlySet<ProblemKind> = new Set(['empty', 'language', 'too-short', 'echo']);

/** Up to the last place between two words; scripts that put no spaces have one behind each character. */
const wholeWords =
  /^[\s\S]*(?:\s|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}。、！？])/u;

/**
 * What a person may see of an answer that is still growing: of its first draft the whole words, so that no half of a link,
 * a name or a placeholder is among them, with placeholders put back. A number waits for the words behind it, which make a
 * price or a time of it. Empty while the whole words have anything that would keep the draft from being offered.
 */
export function shownBeginning(
  answer: string,
  { restore, known }: { readonly restore: (text: string) => string; readonly known: Known },
): string {
  const { text, whole } = partialProposal(answer);
  const words = whole ? text : (wholeWords.exec(text)?.[0] ?? '').trimEnd();
  if (words === '') return '';
  const problems = checkDraft({ text: restore(words), language: null }, known);
  if (!problems.every(({ kind }) => saidAtTheEnd.has(kind))) return '';
  return restore(whole ? words : beforeOpenNumber(words));
}
