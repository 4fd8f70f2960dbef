import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import type { Facts, TopFan } from '../insight.ts';
import type { Drawing } from '../rules/drawing.ts';
import { makePicture } from '../rules/make-picture.ts';
import { spanOf, spanOfAll } from '../rules/span.ts';
import { toPng } from './to-png.ts';
import { toSvg } from './to-svg.ts';

const texts = createTexts();
const timeZone = 'Europe/Berlin';

function drawingOf(
  facts: Facts,
  { language = 'en', theme = 'light' }: Partial<Pick<Drawing, 'theme' | 'language'>> = {},
): Drawing {
  const span = spanOf(30, Date.UTC(2026, 5, 5, 17), timeZone);
  const made = makePicture(facts, span, { language, timeZone, theme }, texts.for(language));
  if (!made.made) throw new Error('there is nothing to draw');
  return made.drawing;
}

const numbers = (length: number) => Array.from({ length }, (_, index) => (index * 7) % 13);
const waits = { count: 9, median: 300_000, p90: 9_000_000 };
const fan = (firstName: string): TopFan => ({
  id: 1 as TopFan['id'],
  userId: 1 as TopFan['userId'],
  firstName,
  lastName: null,
  username: null,
  count: 5,
});
const ended = { sent: 4, edited: 3, dismissed: 0, 'by-hand': 1 };
const everything: Facts[] = [
  { picture: 'messages', from: numbers(30), to: numbers(30), before: { from: 9, to: 9 } },
  { picture: 'fans', came: numbers(30), before: 40, all: 1_234_567 },
  { picture: 'answers', bins: Array.from({ length: 30 }, () => waits), whole: waits, before: null },
  { picture: 'hours', grid: Array.from({ length: 7 }, () => numbers(24)) },
  {
    picture: 'stages',
    stages: [
      { stage: 'vip', count: 3, entered: 1 },
      { stage: 'lost', count: 0, entered: 0 },
    ],
  },
  { picture: 'top', fans: [fan('Anna')], all: 5 },
  { picture: 'sources', sources: [{ source: 'instagram', count: 4 }] },
  {
    picture: 'drafts',
    bins: Array.from({ length: 30 }, () => ended),
    bySource: { local: ended, llm: { ...ended, 'by-hand': 9_000 } },
    changed: 0.2,
    savedMs: 7_200_000,
  },
];

/** Width, height and how large a part of the picture is not its background. */
function lookAt(png: Uint8Array): { width: number; height: number; drawn: number } {
  const bytes = Buffer.from(png);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  // The rows are differences to their neighbours: where nothing changes there are noughts.
  const rows = inflateSync(Buffer.concat(parts));
  const changes = rows.reduce((count, byte) => count + (byte === 0 ? 0 : 1), 0);
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    drawn: changes / rows.length,
  };
}

test.each(everything)(
  '$picture is drawn in its size, in both themes, and is not blank',
  (facts) => {
    for (const theme of ['light', 'dark'] as const) {
      const png = toPng(toSvg(drawingOf(facts, { theme })));
      const { width, height, drawn } = lookAt(png);
      expect([width, height]).toEqual([1080, 1080]);
      expect(drawn).toBeGreaterThan(0.002);
      expect(png.length).toBeLessThan(400_000);
    }
  },
);

test('what is written in a picture is there in words, and hostile names stay names', () => {
  const name = '</text><script>alert(1)</script>';
  const svg = toSvg(drawingOf({ picture: 'top', fans: [fan(name), fan('{b|x} {c}')], all: 9 }));
  expect(svg).toContain('Who writes most');
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
  expect(svg).toContain('{b|x} {c}');
  expect(() => toPng(svg)).not.toThrow();
});

test('a year, one message, huge numbers and long words are all drawn', () => {
  const one = numbers(364).map((_, index) => (index === 363 ? 1 : 0));
  const none = { from: 0, to: 0 };
  for (const [from, language] of [
    [one, 'de'],
    [one.map(() => 123_456_789), 'ru'],
  ] as const) {
    const facts: Facts = { picture: 'messages', from, to: from, before: none };
    const span = spanOf(364, Date.UTC(2026, 5, 5, 17), timeZone);
    const made = makePicture(
      facts,
      span,
      { language, timeZone, theme: 'dark' },
      texts.for(language),
    );
    if (!made.made) throw new Error('there is nothing to draw');
    expect(lookAt(toPng(toSvg(made.drawing))).drawn).toBeGreaterThan(0.002);
  }
});

test.each([
  [1.6, ['2025', 'Apr', 'Jul', 'Oct', '2026', 'Apr'], 'per week'],
  [3, ['Jul', '2024', 'Jul', '2025', 'Jul', '2026'], 'per 4 weeks'],
  [6, ['2021', '2022', '2023', '2024', '2025', '2026'], 'per 4 weeks'],
  [10.5, ['2016', '2018', '2020', '2022', '2024', '2026'], 'per 4 weeks'],
])('%d years are drawn with few words below them', (years, words, remark) => {
  const now = Date.UTC(2026, 5, 5, 17);
  const span = spanOfAll(now - years * 365 * 86_400_000, now, timeZone);
  const none = { from: 0, to: 0 };
  const from = numbers(span.days);
  const facts: Facts = { picture: 'messages', from, to: from, before: none };
  const style = { language: 'en', timeZone, theme: 'light' } as const;
  const made = makePicture(facts, span, style, texts.for('en'));
  if (!made.made || made.drawing.chart.kind !== 'areas') throw new Error('there are no areas');
  const { labels, series } = made.drawing.chart;
  expect(labels.filter((label) => label !== '')).toEqual(words);
  expect(made.drawing.subtitle).toContain(remark);
  expect(made.drawing.figures).toHaveLength(2);
  const drawn = series[0]?.values ?? [];
  expect(drawn.length).toBeLessThan(150);
  expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(from.reduce((sum, one) => sum + one, 0));
  expect(lookAt(toPng(toSvg(made.drawing))).drawn).toBeGreaterThan(0.002);
});
