import { hidden } from '../plain-text.ts';
import { type Problem, problem } from './problem.ts';

const placeholders =
  /\[[^\]\n]{1,60}\]|[{｛][^}｝\n]{1,60}[}｝]|(?<![\p{L}\p{N}])(?:email|phone|card|iban|handle|id|wallet|address|fan)_\d{1,9}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:first|last)_name(?![\p{L}\p{N}])|%[a-z_]{2,30}%|<[a-z_ ]{2,30}>/giu;
/** What this program puts in place of names, of what held once, and of what is private. */
const standIn =
  /^(?:[{｛]\s*(?:…|\.{3}|[a-z_]{1,40})\s*[}｝]|\[?(?:email|phone|card|iban|handle|id|wallet|address|fan)_\d{1,9}\]?|(?:first|last)_name)$/iu;
const markup =
  /\*\*[^*\n]+\*\*|__[^_\n]+__|~~[^~\n]+~~|\|\|[^|\n]+\|\||`[^`\n]+`|```|<\/?[a-z][^>\n]{0,80}>|\]\([^)\n]{1,300}\)|^#{1,6} |&(?:amp|lt|gt|quot|nbsp);|<\|/gimu;
const codes = [
  // code: SPRING
  /(?<=(?:code|código|codigo|Code|CODE|промокод|код|كود|コード)\s?(?:is|es|ist|é|:|は|-)?\s?)[A-Z][A-Z0-9]{3,30}(?![A-Za-z0-9])/gu,
  // SAVE20, VIP-2026: capitals and digits together.
  /(?<![A-Za-z0-9])(?=[A-Z0-9_-]*\d)(?=[A-Z0-9_-]*[A-Z]{2})[A-Z0-9][A-Z0-9_-]{4,40}(?![A-Za-z0-9])/gu,
  /(?<![A-Za-z0-9])(?:[A-Za-z0-9+/]{24,}={0,2}|[0-9a-f]{24,})(?![A-Za-z0-9])/gu,
];

/** Whether a placeholder is one that this program makes: such a one is never meant, whoever wrote it before. */
export function isStandIn(found: string): boolean {
  return standIn.test(found);
}

/** What a text must not have as it stands: placeholders that were left over, markup, hidden characters. */
export function findFormFaults(text: string): Problem[] {
  const left = [...text.matchAll(placeholders)].map(([found]) => problem('placeholder', found));
  const marked = [...text.matchAll(markup)].map(([found]) => problem('markup', found));
  const unseen = text.match(hidden) ?? [];
  return [...left, ...marked, ...(unseen.length > 0 ? [problem('markup', 'hidden')] : [])];
}

/** Codes in a text: vouchers, tokens, anything encoded. */
export function findCodes(text: string): string[] {
  return codes.flatMap((pattern) => text.match(pattern) ?? []);
}
