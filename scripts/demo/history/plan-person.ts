import type { Chance } from './chance.ts';
import { type Habit, habitOf } from './habit.ts';
import type { Speech } from './speech.ts';
import { allSpeech } from './speech/all-speech.ts';
import { english } from './speech/english.ts';

const dayMs = 86_400_000;

/** Where fans came from, as the tag of a link says; none came by themselves. */
const sources = ['instagram', 'tiktok', 'youtube', 'newsletter', 'tour_poster'] as const;
const sourceShares = [30, 24, 12, 6, 4];
const noSource = 24;

/** An invented fan. */
export interface PlannedPerson {
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
  readonly speech: Speech;
  readonly city: readonly [name: string, english: string];
  readonly source: string | null;
  readonly habit: Habit;
  /** Epoch ms, the beginning of a UTC day. */
  readonly cameOn: number;
  readonly blocked: boolean;
}

/** The first fan, who is spelled out: everything a card can show is on theirs. */
const showpiece = {
  firstName: 'Juniper',
  lastName: 'Thistledown',
  username: 'juniper_demo',
  speech: english,
  city: ['Leeds', 'Leeds'],
} as const;

/** Makes up the n-th fan of a history that ends `now`. */
export function planPerson(
  chance: Chance,
  index: number,
  { now, days }: { now: number; days: number },
): PlannedPerson {
  const habit = habitOf(chance, index, days);
  const speech = allSpeech[chance.weigh(allSpeech.map(({ share }) => share))] as Speech;
  const [firstName, handle] = chance.pick(speech.firstNames);
  const from = chance.weigh([...sourceShares, noSource]);
  const person = {
    firstName,
    lastName: chance.happens(0.7) ? chance.pick(speech.lastNames) : null,
    username: chance.happens(0.75) ? `${handle}_demo${100 + index}` : null,
    speech,
    city: chance.pick(speech.cities),
    source: sources[from] ?? null,
    habit,
    cameOn: Math.floor(now / dayMs - habit.cameAgo) * dayMs,
    blocked: habit.name === 'gone' && chance.happens(0.12),
  };
  return index === 0 ? { ...person, ...showpiece } : person;
}
