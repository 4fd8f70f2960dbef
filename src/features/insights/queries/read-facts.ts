import { unreachable } from '#src/core/result.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Facts, PictureName, Span } from '../insight.ts';
import { pointBinDays } from '../rules/bin-days.ts';
import { binStarts, sumByStart, weekGrid } from '../rules/buckets.ts';
import { draftWorth } from '../rules/draft-worth.ts';
import { sampleStep, waitsOf } from '../rules/waits.ts';
import { endedDrafts, newestWaits } from './ended-drafts.ts';
import { countSources, fansBetween, fansSince } from './fan-counts.ts';
import { countAnswers, messagesBetween, quartersOf, waitsBetween } from './message-counts.ts';
import { stageCounts } from './stage-counts.ts';
import { topFans } from './top-fans.ts';

/** Fans that the list of those who write most has room for. */
const topCount = 7;
/** Up to so many days the time before is looked at too. */
const comparedDays = 90;

/** What a picture is drawn from. */
export const readFacts = longQuery(
  import.meta.url,
  'readFacts',
  async (
    reader: Reader,
    asked: { readonly picture: PictureName; readonly span: Span; readonly timeZone: string },
  ): Promise<Facts> => {
    const { picture, span, timeZone } = asked;
    const { dayStarts, before } = span;
    switch (picture) {
      case 'messages':
        return {
          picture,
          from: sumByStart(await quartersOf(reader, 'in', span), dayStarts),
          to: sumByStart(await quartersOf(reader, 'out', span), dayStarts),
          before: {
            from: await messagesBetween(reader, 'in', before),
            to: await messagesBetween(reader, 'out', before),
          },
        };
      case 'fans': {
        const { came, all } = await fansSince(reader, span);
        return {
          picture,
          came: sumByStart(came, dayStarts),
          before: await fansBetween(reader, before),
          all,
        };
      }
      case 'answers':
        return await readAnswers(reader, span);
      case 'hours':
        return {
          picture,
          grid: weekGrid(await quartersOf(reader, 'in', span), dayStarts, timeZone),
        };
      case 'stages':
        // Of all time everybody came into their stage.
        return { picture, stages: await stageCounts(reader, span.isAll ? span.until : span.since) };
      case 'top':
        return { picture, ...(await topFans(reader, span, topCount)) };
      case 'sources':
        return { picture, sources: await countSources(reader, span) };
      case 'drafts':
        return await readDrafts(reader, span);
      default:
        return unreachable(picture);
    }
  },
);

async function readAnswers(reader: Reader, span: Span): Promise<Facts> {
  const starts = binStarts(span.dayStarts, pointBinDays(span));
  const bins: number[][] = [];
  const count = await countAnswers(reader, span);
  const every = sampleStep(count);
  for (const [index, since] of starts.slice(0, -1).entries()) {
    bins.push(await waitsBetween(reader, { since, until: starts[index + 1] ?? span.until }, every));
  }
  const before =
    span.days <= comparedDays && !span.isAll
      ? waitsOf(await waitsBetween(reader, span.before))
      : null;
  return {
    picture: 'answers',
    bins: bins.map(waitsOf),
    whole: { ...waitsOf(bins.flat()), count },
    before,
  };
}

async function readDrafts(reader: Reader, span: Span): Promise<Facts> {
  const drafts = await endedDrafts(reader, span);
  const { median } = waitsOf(await newestWaits(reader, span));
  const starts = binStarts(span.dayStarts, pointBinDays(span));
  return { picture: 'drafts', ...draftWorth(drafts, starts, median) };
}
