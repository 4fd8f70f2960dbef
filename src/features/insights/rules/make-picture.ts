import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import { cityOf } from '#src/features/preferences/index.ts';
import type { Facts, PictureName, Span } from '../insight.ts';
import type { Drawing, PictureTheme } from './drawing.ts';
import { makeFormats } from './formats.ts';
import { noticeIn } from './notice.ts';
import { noticeText } from './notice-text.ts';
import { answersPicture } from './pictures/answers.ts';
import { fansPicture, messagesPicture } from './pictures/by-day.ts';
import { draftsPicture } from './pictures/drafts.ts';
import { hoursPicture } from './pictures/hours.ts';
import { sourcesPicture, stagesPicture, topPicture } from './pictures/ranked.ts';
import type { Content, Words } from './pictures/words.ts';

/** How the creator wants pictures. */
export interface PictureStyle {
  readonly language: string;
  readonly timeZone: string;
  readonly theme: PictureTheme;
}

/** A picture with its caption, or a sentence in place of an empty picture. */
export type MadePicture =
  | { readonly made: true; readonly drawing: Drawing; readonly caption: string }
  | { readonly made: false; readonly sentence: string };

/** Captions may have 1024 UTF-16 units (Bot API); names are at most 48 each, so this is never reached by them. */
const maxCaption = 1024;

const titles = {
  messages: 'insights-title-messages',
  fans: 'insights-title-fans',
  answers: 'insights-title-answers',
  hours: 'insights-title-hours',
  stages: 'insights-title-stages',
  top: 'insights-title-top',
  sources: 'insights-title-sources',
  drafts: 'insights-title-drafts',
} as const satisfies Record<PictureName, string>;

const nothing = {
  messages: 'insights-no-messages',
  fans: 'insights-no-fans',
  answers: 'insights-no-answers',
  hours: 'insights-no-messages',
  stages: 'insights-no-stages',
  top: 'insights-no-messages',
  sources: 'insights-no-sources',
  drafts: 'insights-no-drafts',
} as const satisfies Record<PictureName, string>;

/** Puts facts into the words of a picture and chooses what its caption says. */
export function makePicture(
  facts: Facts,
  span: Span,
  style: PictureStyle,
  t: Translate,
): MadePicture {
  const formats = makeFormats(style.language, style.timeZone);
  const notice = noticeIn(facts);
  // Of all time is said with no days.
  const days = span.isAll ? 0 : span.days;
  if (!notice) return { made: false, sentence: t(nothing[facts.picture], { days }) };
  const content = contentOf(facts, { span, t, formats, city: cityOf(style.timeZone) });
  const range = formats.range(span.since, span.until);
  const drawing: Drawing = {
    theme: style.theme,
    language: style.language,
    title: t(titles[facts.picture]),
    subtitle: content.remark === undefined ? range : `${range} · ${content.remark}`,
    figures: content.figures,
    chart: content.chart,
  };
  const lines = [noticeText(notice, span, formats, t), ...(content.lines ?? [])];
  return { made: true, drawing, caption: lines.join('\n').slice(0, maxCaption) };
}

function contentOf(facts: Facts, words: Words): Content {
  switch (facts.picture) {
    case 'messages':
      return messagesPicture(facts, words);
    case 'fans':
      return fansPicture(facts, words);
    case 'answers':
      return answersPicture(facts, words);
    case 'hours':
      return hoursPicture(facts, words);
    case 'stages':
      return stagesPicture(facts, words);
    case 'top':
      return topPicture(facts, words);
    case 'sources':
      return sourcesPicture(facts, words);
    case 'drafts':
      return draftsPicture(facts, words);
    default:
      return unreachable(facts);
  }
}
