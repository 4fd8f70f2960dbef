import { promptRules } from '../prompt-rules.ts';
import { runsOf, wordsOf } from './word-runs.ts';

/** Shortest run of words that nobody writes by chance. */
const run = 7;
const rules: ReadonlySet<string> = new Set(runsOf(wordsOf(promptRules), run));

/** Words of our own rules in a draft: a model that was talked into it tells what it was told. */
export function findRuleWords(text: string): string[] {
  return runsOf(wordsOf(text), run).filter((words) => rules.has(words));
}
