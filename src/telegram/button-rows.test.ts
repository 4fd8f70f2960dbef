import { expect, test } from 'vitest';
import { buttonRows } from './button-rows.ts';

test('two buttons share a row only where both texts can be read', () => {
  const texts = ['Score', 'Tag', 'more than 365 days ago', 'Note', 'Field', 'Language'];
  const rows = buttonRows(texts.map((text) => ({ text, callback_data: text })));
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['Score', 'Tag'],
    ['more than 365 days ago'],
    ['Note', 'Field'],
    ['Language'],
  ]);
});
