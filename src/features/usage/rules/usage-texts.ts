import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import { isUsedUp, type UsageLimit, type UsageStanding } from './standing.ts';

/** In which words. */
export interface UsageWording {
  readonly t: Translate;
  /** IETF tag. */
  readonly language: string;
}

/** What /plan says: a few lines. */
export function planText(standing: UsageStanding, wording: UsageWording): string {
  const { t, language } = wording;
  const { drafts, cost } = standing;
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const lines = [
    t('usage-plan-none'),
    '',
    drafts.of === null
      ? t('usage-drafts', { used: number(drafts.used) })
      : t('usage-drafts-of', { used: number(drafts.used), quota: number(drafts.of) }),
  ];
  if (cost.of !== null) {
    lines.push(
      t('usage-cost-of', { used: dollars(cost.used, language), cap: dollars(cost.of, language) }),
    );
  }
  if (isUsedUp(drafts) || isUsedUp(cost)) lines.push('', t('usage-local-now'));
  return lines.join('\n');
}

/** What the creator is told once when 80 % of a limit is used. */
export function nearText(
  limit: UsageLimit,
  standing: UsageStanding,
  { t, language }: UsageWording,
): string {
  const { used, of } = standing[limit];
  switch (limit) {
    case 'drafts': {
      const number = new Intl.NumberFormat(language);
      return t('usage-near-drafts', { used: number.format(used), quota: number.format(of ?? 0) });
    }
    case 'cost':
      return t('usage-near-cost', {
        used: dollars(used, language),
        cap: dollars(of ?? 0, language),
      });
    default:
      return unreachable(limit);
  }
}

/** Cents are too coarse for what a few drafts cost. */
function dollars(microUsd: number, language: string): string {
  const format = { style: 'currency', currency: 'USD', maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(language, format).format(microUsd / 1_000_000);
}
