import { expect, test } from 'vitest';
import { beforeOpenNumber } from './before-open-number.ts';

test.each([
  ['That is 40', 'That is'],
  ['That is 40 thousand US', 'That is'],
  ['That is 40 of my own prints', 'That is 40 of my own prints'],
  ['Only forty', 'Only'],
  ['Solo Cuarenta y cinco', 'Solo'],
  ['Всего сорок', 'Всего'],
  ['بسعر ٤٠', 'بسعر'],
  ['それは40万', 'それは'],
  ['四十', ''],
  ['40 and then 50 of', '40 and then'],
  ['Hey [FAN_1]', 'Hey [FAN_1]'],
  ['No number here', 'No number here'],
])('of “%s” as much is told as “%s”', (text, told) => {
  expect(beforeOpenNumber(text)).toBe(told);
});
