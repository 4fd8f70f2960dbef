import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import { stageName } from '#src/features/activity/index.ts';
import { displayName } from '#src/features/fans/index.ts';
import type { Span } from '../insight.ts';
import type { Formats } from './formats.ts';
import type { Notice } from './notice.ts';

/** The notice as one sentence. */
export function noticeText(notice: Notice, span: Span, formats: Formats, t: Translate): string {
  // Some languages write units with a full stop, which ends the sentence as well.
  return sentence(notice, span, formats, t).replace(/\.\.$/, '.');
}

function sentence(notice: Notice, span: Span, formats: Formats, t: Translate): string {
  const { days } = span;
  const before = t('insights-before', { days });
  const dayOf = (index: number) => {
    const at = span.dayStarts[index] ?? span.since;
    // Of several years a day alone says too little.
    return days > 366 ? formats.date(at) : formats.day(at);
  };
  switch (notice.notice) {
    case 'messages-times':
      return t('insights-messages-times', { times: notice.times, before });
    case 'messages-more':
      return t('insights-messages-more', { percent: formats.percent(notice.share), before });
    case 'messages-fewer':
      return t('insights-messages-fewer', { percent: formats.percent(notice.share), before });
    case 'messages-peak':
      return t('insights-messages-peak', { day: dayOf(notice.day), count: notice.count });
    case 'messages-total':
      return t('insights-messages-total', { count: notice.count });
    case 'fans-times':
      return t('insights-fans-times', { times: notice.times, before });
    case 'fans-more':
      return t('insights-fans-more', { percent: formats.percent(notice.share), before });
    case 'fans-fewer':
      return t('insights-fans-fewer', { percent: formats.percent(notice.share), before });
    case 'fans-peak':
      return t('insights-fans-peak', { day: dayOf(notice.day), count: notice.count });
    case 'fans-total':
      return t('insights-fans-total', { count: notice.count });
    case 'answers-faster':
      return t('insights-answers-faster', {
        median: formats.wait(notice.median),
        before: formats.wait(notice.before),
      });
    case 'answers-slower':
      return t('insights-answers-slower', {
        median: formats.wait(notice.median),
        before: formats.wait(notice.before),
      });
    case 'answers-half':
      return t('insights-answers-half', { median: formats.wait(notice.median) });
    case 'hours-busiest':
      return t('insights-hours-busiest', {
        weekday: formats.weekday(notice.weekday, 'long'),
        hour: formats.hour(notice.hour),
      });
    case 'stages-vip':
      return t('insights-stages-vip', { count: notice.count, days });
    case 'stages-cooling':
      return t('insights-stages-cooling', { count: notice.count });
    case 'stages-most':
      return t('insights-stages-most', {
        stage: stageName(notice.stage, t),
        percent: formats.percent(notice.share),
      });
    case 'top-share':
      return t('insights-top-share', {
        name: displayName(notice.fan),
        percent: formats.percent(notice.share),
      });
    case 'top-first':
      return t('insights-top-first', { name: displayName(notice.fan), count: notice.count });
    case 'sources-best':
      return t('insights-sources-best', {
        source: notice.source,
        percent: formats.percent(notice.share),
      });
    case 'drafts-sent':
      return t('insights-drafts-sent', {
        count: notice.count,
        sent: notice.sent,
        unchanged: notice.unchanged,
      });
    default:
      return unreachable(notice);
  }
}
