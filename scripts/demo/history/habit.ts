import type { Chance } from './chance.ts';

/** How a fan's time with the creator goes; where they end up follows from it. */
export type HabitName = 'devoted' | 'faithful' | 'newcomer' | 'fading' | 'gone';

/** When a fan came, how long they wrote, how often. In days before the end of the history. */
export interface Habit {
  readonly name: HabitName;
  readonly cameAgo: number;
  /** They wrote no more after this day. */
  readonly lastAgo: number;
  /** They wrote at least once since this day. */
  readonly lastBy: number;
  /** Conversations a day; in the last thirty days another number. */
  readonly perDay: number;
  readonly perDayLately: number;
}

/** Of a hundred fans. With the stages as the creator finds them: VIP, active, new, cooling, lost. */
const shares: readonly (readonly [HabitName, number])[] = [
  ['devoted', 6],
  ['faithful', 39],
  ['newcomer', 5],
  ['fading', 20],
  ['gone', 30],
];

/** Days on which a video went round; many fans came then, and just after. */
const viralAgo = [33, 104];

/** The habit of the n-th fan, so that the shares are right whatever the number of fans. */
export function habitOf(chance: Chance, index: number, days: number): Habit {
  const name = nameAt((index * 37) % 100);
  const often = chance.next() ** 2;
  switch (name) {
    case 'devoted': {
      const cameAgo = chance.integer(70, days - 1);
      const lately = 0.8 + often * 0.7;
      return { name, cameAgo, lastAgo: 0, lastBy: 2, perDay: lately * 0.7, perDayLately: lately };
    }
    case 'faithful': {
      const cameAgo = arrival(chance, 8, days - 1);
      const perDay = 0.06 + often * 0.2;
      return { name, cameAgo, lastAgo: 0, lastBy: 11, perDay, perDayLately: perDay };
    }
    case 'newcomer': {
      const cameAgo = chance.integer(1, 5);
      return { name, cameAgo, lastAgo: 0, lastBy: cameAgo, perDay: 0.5, perDayLately: 0.5 };
    }
    case 'fading': {
      const lastAgo = chance.integer(16, 54);
      const cameAgo = arrival(chance, lastAgo + 3, days - 1);
      const perDay = 0.07 + often * 0.15;
      return { name, cameAgo, lastAgo, lastBy: 56, perDay, perDayLately: perDay };
    }
    case 'gone': {
      const cameAgo = arrival(chance, 66, days - 1);
      const lastAgo = chance.integer(64, Math.max(64, cameAgo - 1));
      const perDay = 0.08 + often * 0.12;
      return { name, cameAgo, lastAgo, lastBy: cameAgo, perDay, perDayLately: perDay };
    }
  }
}

/** A day between two, in days ago; likelier just after a video went round, and likelier late than early. */
function arrival(chance: Chance, from: number, to: number): number {
  if (chance.happens(0.35)) {
    const ago = chance.pick(viralAgo) - Math.floor(chance.next() ** 2 * 6);
    if (ago >= from && ago <= to) return ago;
  }
  return from + Math.floor(chance.next() ** 1.7 * (to - from + 1));
}

function nameAt(percent: number): HabitName {
  let below = 0;
  for (const [name, share] of shares) {
    below += share;
    if (percent < below) return name;
  }
  return 'gone';
}
