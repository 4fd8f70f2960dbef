import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TopFan } from '../insight.ts';
import { drawnName } from './drawn-name.ts';

const named = (firstName: string, username: string | null = null): TopFan => ({
  id: 1 as TopFan['id'],
  userId: 77 as TopFan['userId'],
  firstName,
  lastName: null,
  username,
  count: 1,
});

test.each([
  ['Anna', null, 'Anna', null],
  ['Zoë Łęcka', null, 'Zoë Łęcka', null],
  ['Александра', null, 'Александра', null],
  ['Ελένη', null, 'Ελένη', null],
  ['Nguyễn', null, 'Nguyễn', null],
  ['🌸 Mia 🌸', 'mia', 'Mia', null],
  ['山田太郎', 'yamada', '@yamada', '山田太郎'],
  ['Anna 山田', null, '№ 3', 'Anna 山田'],
  ['محمد', null, '№ 3', 'محمد'],
  ['𝓐𝓷𝓷𝓪', 'anna_x', '@anna_x', '𝓐𝓷𝓷𝓪'],
  ['🔥🔥', null, '№ 3', '🔥🔥'],
  ['', null, '#77', null],
  ['<b>&"x"', null, '<b>&"x"', null],
])('%j, @%s is drawn as %j', (name, handle, drawn, spelt) => {
  expect(drawnName(named(name, handle), 3)).toEqual({ drawn, spelt });
});

test('long names are cut', () => {
  const { drawn } = drawnName(named('Wolfeschlegelsteinhausenbergerdorff the Elder'), 1);
  expect(drawn).toHaveLength(32);
  expect(drawn.endsWith('…')).toBe(true);
});

test('everything that is drawn has a shape in both fonts, so that no empty box appears', () => {
  const fonts = [
    charactersOf('400Regular/NotoSans_400Regular.ttf'),
    charactersOf('600SemiBold/NotoSans_600SemiBold.ttf'),
  ];
  const all = Array.from({ length: 0x2fff }, (_, code) => String.fromCodePoint(code));
  const lacking = all.filter((character) => {
    const { drawn } = drawnName(named(`A${character}`), 1);
    return Array.from(drawn).some((one) => fonts.some((font) => !font(one.codePointAt(0) ?? 0)));
  });
  expect(lacking).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const { drawn } = drawnName(named(name), 1);
      expect(
        Array.from(drawn).every((one) => fonts.every((font) => font(one.codePointAt(0) ?? 0))),
      ).toBe(true);
    }),
  );
});

/** Whether a TrueType font has a character: its `cmap` in format 12 or 4 (OpenType, cmap table). */
function charactersOf(file: string): (code: number) => boolean {
  const url = import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`);
  const font = readFileSync(new URL(url));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  );
  const known = new Set<number>();
  for (const at of subtables) {
    const format = font.readUInt16BE(at);
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(at + 12); group += 1) {
        const place = at + 16 + group * 12;
        for (let code = font.readUInt32BE(place); code <= font.readUInt32BE(place + 4); code += 1) {
          known.add(code);
        }
      }
    } else if (format === 4) {
      const double = font.readUInt16BE(at + 6);
      for (let place = 0; place < double; place += 2) {
        const end = font.readUInt16BE(at + 14 + place);
        const start = font.readUInt16BE(at + 16 + double + place);
        for (let code = start; code <= end && code < 0xffff; code += 1) known.add(code);
      }
    }
  }
  return (code) => known.has(code);
}
