import type { Chance } from './chance.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How much is written in each hour of the day (UTC), from midnight. */
const workday = [3, 2, 1, 1, 1, 1, 2, 5, 6, 5, 4, 4, 6, 6, 5, 5, 6, 8, 11, 14, 17, 16, 11, 6];
const weekend = [8, 5, 3, 1, 1, 1, 1, 2, 4, 7, 9, 10, 9, 9, 9, 9, 10, 11, 12, 14, 15, 13, 12, 10];

/** How much is written on each day of the week, from Sunday. */
const week = [1.4, 0.8, 0.85, 0.9, 1.15, 1.2, 1.5];

/** The creator sleeps until this hour (UTC). */
const wakes = 8;

/** The days before the end of the history on which something came out and everybody wrote. */
const events = [
  [150, 2.2],
  [104, 1.8],
  [61, 2.6],
  [33, 3.2],
  [12, 2],
] as const;

/** How lively a day is, beside what is usual: by the day of the week, and after something came out. */
export function liveliness(dayStart: number, now: number): number {
  const ago = Math.floor((now - dayStart) / dayMs);
  const boost = events.map(([on, much]) => {
    const since = on - ago;
    return since >= 0 && since < 4 ? 1 + (much - 1) / (1 + since) : 1;
  });
  return (week[new Date(dayStart).getUTCDay()] ?? 1) * Math.max(...boost);
}

/** A time of this day at which fans write, in epoch ms. */
export function timeOfDay(chance: Chance, dayStart: number): number {
  const day = new Date(dayStart).getUTCDay();
  const hour = chance.weigh(day === 0 || day === 6 ? weekend : workday);
  return dayStart + hour * hourMs + chance.integer(0, 59 * 60) * 1_000;
}

/** When the creator answers what was asked at a time: mostly within the hour, after the night, faster each month. */
export function answerTime(chance: Chance, askedAt: number, now: number): number {
  const monthsAgo = (now - askedAt) / (30 * dayMs);
  const usual = (14 + 7 * monthsAgo) * minuteMs;
  // Log-normal: most answers take about as long as usual, a few take hours.
  const spread = Math.exp((chance.next() + chance.next() + chance.next() - 1.5) * 2.2);
  const at = askedAt + usual * spread;
  const dayStart = Math.floor(at / dayMs) * dayMs;
  const wakesAt = dayStart + wakes * hourMs;
  return at < wakesAt && at > dayStart + hourMs
    ? wakesAt + chance.integer(1, 90) * minuteMs
    : Math.floor(at);
}
