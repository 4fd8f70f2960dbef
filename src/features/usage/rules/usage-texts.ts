import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import { isUsedUp, type UsageLimit, type UsageStanding } from './standing.ts';

/** In which words. */
export interface UsageWording {
  readonly t: Translate;
  /** IETF tag. */
  readonly language: string;
}

/** What was used, one limit a line; `since`: the date with which the month began, where it is not the first. */
export function usageLines(
  standing: UsageStanding,
  since: string | null,
  wording: UsageWording,
): string[] {
  const { t, language } = wording;
  const { drafts, cost, topupDrafts } = standing;
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const lines = [];
  const used = number(drafts.used);
  if (drafts.of === null) {
    lines.push(t('usage-drafts', { used }));
  } else {
    const quota = number(drafts.of);
    lines.push(
      since === null
        ? t('usage-drafts-of', { used, quota })
        : t('usage-drafts-of-since', { used, quota, since }),
    );
  }
  if (topupDrafts > 0) lines.push(t('usage-topup', { left: number(topupDrafts) }));
  if (cost.of !== null) {
    lines.push(
      t('usage-cost-of', { used: dollars(cost.used, language), cap: dollars(cost.of, language) }),
    );
  }
  if (isUsedUp(standing, 'drafts') || isUsedUp(standing, 'cost')) lines.push(t('usage-local-now'));
  return lines;
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
      const left = number.format(standing.topupDrafts);
      const said = { used: number.format(used), quota: number.format(of ?? 0), left };
      return standing.topupDrafts > 0 ? t('usage-near-topup', said) : t('usage-near-drafts', said);
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

/** Millionths of a US dollar in words; cents are too coarse for what a few drafts cost. */
export function dollars(microUsd: number, language: string): string {
  const format = { style: 'currency', currency: 'USD', maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(language, format).format(microUsd / 1_000_000);
}
