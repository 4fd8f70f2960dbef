import { describe, expect, test } from 'vitest';
import type { ChangePreview } from '#src/core/stripe.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { changeText, changeTitle, sumLines } from './change-view.ts';

const texts = createTexts();
const wording = (language: string) => ({ t: texts.for(language), language, timeZone: 'UTC' });
const at = Date.UTC(2026, 11, 5);

const change: ChangePreview = {
  begins: 'now',
  beginsAt: at,
  currency: 'eur',
  today: { charged: 2_450, credited: 950, fromCredit: 700, due: 800, kept: 0 },
  next: { at, amount: 4_900 },
  taxed: true,
};
const lines = (more: Partial<ChangePreview>, language = 'en') =>
  sumLines('studio_monthly', { ...change, ...more }, wording(language)).map(
    ({ label, amount }) => `${label}: ${amount.replaceAll(/\s/gu, ' ')}`,
  );

describe('what a change costs, in words', () => {
  test('is charged, credited, due, and comes next', () => {
    expect(lines({})).toEqual([
      'Studio until December 5, 2026: €24.50',
      'Credit for unused time: −€9.50',
      'From your credit: −€7.00',
      'Due today: €8.00',
      'Next full invoice, on December 5, 2026: €49.00',
    ]);
    expect(lines({}, 'de')).toEqual([
      'Studio bis 5. Dezember 2026: 24,50 €',
      'Gutschrift für nicht genutzte Zeit: −9,50 €',
      'Aus deinem Guthaben: −7,00 €',
      'Heute fällig: 8,00 €',
      'Nächste volle Rechnung am 5. Dezember 2026: 49,00 €',
    ]);
  });

  test('leaves out what is nothing, but not that nothing is due, and no amount that is not known', () => {
    const today = { charged: 0, credited: 0, fromCredit: 0, due: 0, kept: 0 };
    expect(lines({ today, next: { at, amount: null } })).toEqual(['Due today: €0.00']);
    const more = { ...today, credited: 2_450, charged: 950, kept: 1_500 };
    expect(lines({ today: more }).slice(2, 4)).toEqual([
      'Due today: €0.00',
      'Credit for next payments: €15.00',
    ]);
  });

  test('has a sentence for everything that can be known, in each language', () => {
    for (const language of texts.languages) {
      const said = (
        [
          ...(['now', 'period-end', 'trial-ends', 'trial-goes-on'] as const).map((begins) => ({
            ...change,
            is: 'known' as const,
            begins,
          })),
          ...(['unclear', 'no-answer', 'planned'] as const).map((is) => ({ is })),
          { is: 'ending', at, plan: 'pro' },
          { is: 'ending', at: null, plan: 'pro' },
        ] as const
      ).map((outlook) => changeText(outlook, wording(language)));
      expect(new Set(said).size).toBe(said.length);
      expect(said.filter((each) => each.includes('2026'))).toHaveLength(3);
    }
    expect(changeTitle('pro_yearly', wording('en'))).toBe('Change to Pro, yearly');
    expect(changeTitle('studio_monthly', wording('ru'))).toBe('Перейти на Studio, помесячно');
  });
});
