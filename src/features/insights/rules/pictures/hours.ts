import type { FactsOf } from '../../insight.ts';
import { noticeIn } from '../notice.ts';
import { type Content, sum, type Words } from './words.ts';

/** When fans write, by weekday and hour. */
export function hoursPicture(facts: FactsOf<'hours'>, { formats, t, city }: Words): Content {
  const notice = noticeIn(facts);
  const busiest = notice?.notice === 'hours-busiest' ? notice : { weekday: 0, hour: 0 };
  const when = `${formats.weekday(busiest.weekday, 'short')} ${formats.hour(busiest.hour)}`;
  return {
    figures: [
      { value: when, label: t('insights-busiest'), tone: 'from' },
      {
        value: formats.number(sum(facts.grid.flat())),
        label: t('insights-from-fans'),
        tone: 'plain',
      },
    ],
    chart: {
      kind: 'heat',
      rows: facts.grid.map((_, weekday) => formats.weekday(weekday, 'short')),
      columns: Array.from({ length: 24 }, (_, hour) => (hour % 6 === 0 ? formats.hour(hour) : '')),
      values: facts.grid,
    },
    remark: t('insights-zone', { city }),
  };
}
