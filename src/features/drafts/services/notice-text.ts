import { type Fan, displayName } from '#src/features/fans/index.ts';
import type { Translate } from '#src/core/texts.ts';
import type { DraftNotice } from '../draft.ts';
import type { Helpline } from '../rules/care/helplines.ts';
import { helplinesFor } from '../rules/helplines-for.ts';

/** What is said of a notice. `refused`: of `unfit`, where the provider did not want to answer. */
type SaidNotice = Exclude<DraftNotice, 'used-up'> | 'refused';

const noticeKeys = {
  'possible-minor': 'drafts-care-minor',
  distress: 'drafts-care-distress',
  spending: 'drafts-care-spending',
  unavailable: 'drafts-unavailable',
  unfit: 'drafts-unfit',
  refused: 'drafts-refused',
} as const satisfies Record<SaidNotice, string>;

/** What is said with a draft; in distress with the numbers that this fan can likely call. `language`: the creator's. */
export function noticeText(
  notice: SaidNotice,
  fan: Fan,
  { t, language }: { readonly t: Translate; readonly language: string },
): string {
  const text = t(noticeKeys[notice], { name: displayName(fan) });
  if (notice !== 'distress') return text;
  const near = helplinesFor(fan.languageCode).map((line) => helplineText(line, { t, language }));
  return [
    text,
    ...(near.length === 0 ? [] : [t('drafts-help-near'), ...near]),
    t('drafts-help-elsewhere'),
  ].join('\n');
}

function helplineText(
  { country, name, number, hours }: Helpline,
  { t, language }: { readonly t: Translate; readonly language: string },
): string {
  const land = new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(country) ?? country;
  return t('drafts-help-line', { country: land, line: name, number, hours: hoursText(hours, t) });
}

function hoursText(hours: Helpline['hours'], t: Translate): string {
  if (hours === 'always') return t('drafts-help-always');
  return hours === 'mostly' ? t('drafts-help-mostly') : `${hours.from}–${hours.to}`;
}
