import { expect, test } from 'vitest';
import { promptRules } from '../prompt-rules.ts';
import { findRuleWords } from './find-rule-words.ts';

test('a model that tells its rules is found, in whatever spelling', () => {
  for (const line of promptRules.split('\n').filter((each) => each.split(' ').length > 10)) {
    expect(findRuleWords(`Sure! ${line}`)).not.toEqual([]);
    expect(findRuleWords(line.toUpperCase().split(' ').slice(2, 11).join('\u200b '))).not.toEqual(
      [],
    );
  }
});

test('what people say all the time is none of them', () => {
  for (const text of [
    'I will have to look that up, give me a moment!',
    'Invent nothing, my dear, and tell me how your day was',
    'Thank you so much for writing, it means the world to me',
  ]) {
    expect(findRuleWords(text)).toEqual([]);
  }
});
