// Each language by itself: all that chrono knows are three times as many modules.
import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import type { Chrono, ParsedResult } from 'chrono-node/en';
import * as russian from 'chrono-node/ru';
import { Temporal } from 'temporal-polyfill';
import { refuse, type Result } from '#src/core/result.ts';
import { partHours } from './part-hours.ts';
import { spanishTimes } from './spanish-times.ts';

/** By what a time is read. */
export interface WhenContext {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
  /** IETF tag of the creator's language; English is understood beside it. */
  readonly language: string;
}

/** A time that was found in a text. */
export interface FoundTime {
  /** Epoch ms. */
  readonly at: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The clocks skip the time that was meant; this is the one that follows. */
  readonly skipped: boolean;
}

/** Why a text gives no time to come: there is none in it, it is over, or it is more than ten years away. */
export type WhenRefusal = 'none' | 'past' | 'too-far';

const tenYearsMs = 10 * 366 * 86_400_000;

/** The parsers of the languages that the bot speaks. */
const parsers: Readonly<Record<string, Chrono>> = {
  en: english.casual,
  de: german.casual,
  es: spanishTimes(),
  ru: russian.casual,
};

/**
 * The first time in a text: "in 3 days", "tomorrow 18:00", "next monday", "12.05. 9 Uhr", "tonight". A day without an hour
 * means 9:00 of the creator’s time zone, its evening 19:00; hours and minutes from now are counted as they pass, days by
 * the calendar. Of a time that comes twice when clocks go back it is the first one.
 */
export function parseWhen(text: string, by: WhenContext): Result<FoundTime, WhenRefusal> {
  const here = Temporal.Instant.fromEpochMilliseconds(by.now).toZonedDateTimeISO(by.timeZone);
  // The parser knows no time zones with their changes: it is given the wall's time as if that were UTC.
  const wall = here.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds;
  const found = firstOf(text, by.language, wall);
  if (!found) return refuse('none');
  const { at, skipped } = instantOf(found, { wall, now: by.now, timeZone: by.timeZone });
  if (at <= by.now) return refuse('past');
  if (at - by.now > tenYearsMs) return refuse('too-far');
  return { ok: true, at, start: found.index, end: found.index + found.text.length, skipped };
}

function firstOf(text: string, language: string, wall: number): ParsedResult | undefined {
  const names = [...new Set([language.split('-')[0] ?? 'en', 'en'])];
  const results = names.flatMap((name) => {
    const reference = { instant: new Date(wall), timezone: 0 };
    return parsers[name]?.parse(text, reference, { forwardDate: true }) ?? [];
  });
  // A month alone is rather somebody's name than a time: April, May.
  const times = results.filter(({ start, text }) => {
    const says = (part: 'day' | 'weekday' | 'hour') => start.isCertain(part);
    return (
      says('day') || says('weekday') || says('hour') || isRelative(start) || isToday(text, start)
    );
  });
  return times.toSorted(
    (one, other) => one.index - other.index || other.text.length - one.text.length,
  )[0];
}

function instantOf(
  { start }: ParsedResult,
  by: { wall: number; now: number; timeZone: string },
): { at: number; skipped: boolean } {
  if (start.tags().has('result/relativeDateAndTime')) {
    return { at: by.now + (start.date().getTime() - by.wall), skipped: false };
  }
  const timed = start.isCertain('hour');
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(name) ?? 0;
  let wanted = Temporal.PlainDateTime.from({
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: timed ? part('hour') : partHours[partOf(start)],
    minute: timed ? part('minute') : 0,
  });
  const dated = start.isCertain('day') || start.isCertain('weekday') || isRelative(start);
  const at = (time: Temporal.PlainDateTime) =>
    time.toZonedDateTime(by.timeZone, { disambiguation: 'compatible' });
  // An hour that has passed today is meant for tomorrow.
  if (!dated && at(wanted).epochMilliseconds <= by.now) wanted = wanted.add({ days: 1 });
  const zoned = at(wanted);
  return {
    at: zoned.epochMilliseconds,
    skipped: !zoned.toPlainDateTime().equals(wanted),
  };
}

/** A part of this day: "this evening", but not the evening that somebody talks about. */
function isToday(text: string, start: ParsedResult['start']): boolean {
  const part = partOf(start);
  return part === 'noon' || (part !== 'morning' && text.includes(' '));
}

function partOf(start: ParsedResult['start']): keyof typeof partHours {
  const tags = start.tags();
  if (tags.has('casualReference/afternoon')) return 'afternoon';
  if (tags.has('casualReference/noon')) return 'noon';
  const late = tags.has('casualReference/evening') || tags.has('casualReference/tonight');
  return late ? 'evening' : 'morning';
}

function isRelative(start: ParsedResult['start']): boolean {
  const tags = start.tags();
  return tags.has('result/relativeDate') || tags.has('result/relativeDateAndTime');
}
