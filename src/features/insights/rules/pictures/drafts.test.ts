import { describe, expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import type { FactsOf, Outcomes } from '../../insight.ts';
import { makePicture } from '../make-picture.ts';
import { spanOf } from '../span.ts';

const texts = createTexts();
const timeZone = 'Europe/Berlin';
const none: Outcomes = { sent: 0, edited: 0, dismissed: 0, 'by-hand': 0 };

function made(over: Partial<FactsOf<'drafts'>>, language = 'en') {
  const span = spanOf(7, Date.UTC(2026, 5, 5, 17), timeZone);
  const bins = span.dayStarts.slice(1).map(() => none);
  const facts = {
    picture: 'drafts',
    bins,
    bySource: { local: none, llm: none },
    changed: null,
    savedMs: 0,
    ...over,
  } as const;
  const style = { language, timeZone, theme: 'light' } as const;
  return makePicture(facts, span, style, texts.for(language));
}

const local: Outcomes = { sent: 60, edited: 20, dismissed: 12, 'by-hand': 8 };
const llm: Outcomes = { sent: 3, edited: 0, dismissed: 0, 'by-hand': 1 };

describe('the picture of drafts', () => {
  test('has the share of each end, and the two sources beside each other', () => {
    const picture = made({ bySource: { local, llm }, changed: 0.12, savedMs: 5_400_000 });
    if (!picture.made) throw new Error('there is no picture');
    const { figures, chart } = picture.drawing;
    expect(figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '61% sent as it was',
      '19% sent changed',
      '~1.5 hr of typing saved',
      '12% dismissed',
      '9% answered by hand',
      '104 drafts',
    ]);
    if (chart.kind !== 'stacks') throw new Error('it is another chart');
    expect(chart.rows.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'from your replies: 80% of 100 sent',
      'by AI: 3 of 4 sent',
    ]);
    expect(picture.caption.split('\n')).toEqual([
      'Of 104 drafts you sent 83, 63 of them as they were.',
      'When you change one, it is mostly a small part (12% of the text).',
      expect.stringMatching(/^About 1\.5 hr of typing saved\. That is an estimate: /),
    ]);
  });

  test('has numbers where there are few, and says when no time was saved', () => {
    const picture = made({ bySource: { local: none, llm } });
    if (!picture.made) throw new Error('there is no picture');
    expect(picture.drawing.figures[0]).toMatchObject({ value: '3', tone: 'sent' });
    expect(picture.drawing.figures[2]?.value).toBe('~0 min');
    expect(picture.caption).toContain('saved no time yet');
    expect(picture.caption).not.toContain('When you change one');
  });

  test.each([
    [0.02, 'a word or two'],
    [0.3, 'a small part'],
    [0.31, 'a good part'],
    [1, 'little of it stays'],
  ])('calls a change of %d %s', (changed, words) => {
    const picture = made({ bySource: { local, llm }, changed });
    expect(picture.made && picture.caption).toContain(words);
  });

  test('is a sentence where no draft was used, in every language', () => {
    for (const language of ['en', 'de', 'es', 'ru']) {
      const sentence = made({}, language);
      expect(sentence).toMatchObject({ made: false, sentence: expect.stringContaining('Draft') });
    }
  });
});
