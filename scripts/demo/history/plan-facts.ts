import type { Chance } from './chance.ts';
import type { HabitName } from './habit.ts';
import type { PlannedPerson } from './plan-person.ts';
import type { PlannedMessage } from './plan-talk.ts';
import { songs } from './speech.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** What the creator wrote down about a fan. Times in epoch ms. */
export interface PlannedFacts {
  readonly notes: readonly { readonly text: string; readonly at: number }[];
  readonly tags: readonly { readonly name: string; readonly at: number }[];
  /** As the creator types it, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** As the creator types it. */
  readonly date: string | null;
  readonly followup: { readonly text: string; readonly dueAt: number } | null;
}

/** The fields that the creator defined, as they were typed. */
export const plannedFields = [
  { type: 'text', typed: 'City' },
  { type: 'choice', typed: `Favourite song: ${songs.join(', ')}` },
  { type: 'number', typed: 'Orders' },
  { type: 'choice', typed: 'Shirt size: S, M, L, XL' },
  { type: 'date', typed: 'Supporter since' },
] as const;

const tags = [
  'Front row',
  'Merch',
  'Workshop',
  'Birthday club',
  'Street team',
  'Collab',
  'Refund',
  'Late shift',
  'Kind words',
  'Translator',
] as const;

const notes = [
  'Met at the concert in {city}, stood in the front row with a paper lantern.',
  'Works night shifts, answers late. Loves {song}.',
  'Wants a piano version of {song}; tell them first when it is out.',
  'Plays the ukulele, sent a lovely cover of {song}.',
  'Brings friends to every concert in {city}.',
  'Careful with refunds: the last one took two weeks.',
  'Has a cat that looks like mine.',
  'Could help with the lyric video for {song}.',
  'Prefers voice messages over long texts.',
  'Shy, but kind. Asked twice about the workshop.',
];

const promises = [
  'Send the lyrics of {song}',
  'Tell them the date for {city}',
  'Ask the shop about the parcel',
  'Say how the workshop went',
  'Answer about the collab',
  'Send the photo from backstage',
];

/** How likely the creator wrote something down, by how much a fan writes. */
const care: Readonly<Record<HabitName, number>> = {
  devoted: 1,
  faithful: 0.5,
  newcomer: 0.15,
  fading: 0.35,
  gone: 0.2,
};

/** What the creator wrote down about the n-th fan, while they were writing to each other. */
export function planFacts(
  chance: Chance,
  person: PlannedPerson,
  talk: readonly PlannedMessage[],
  { index, now }: { index: number; now: number },
): PlannedFacts {
  const much = care[person.habit.name];
  const fill = (text: string) =>
    text.replace('{city}', person.city[1]).replace('{song}', chance.pick(songs));
  const moment = () => Math.min(now - minuteMs, chance.pick(talk).sentAt + 5 * minuteMs);
  const shown = index === 0;
  const times = (most: number) =>
    Array.from({ length: most }, () => chance.happens(much)).filter((kept) => kept).length;
  const most = shown ? 3 : 2;
  return {
    notes: chance.some(notes, times(most)).map((text) => ({ text: fill(text), at: moment() })),
    tags: chance.some(tags, times(most)).map((name) => ({ name, at: moment() })),
    fields: fieldsOf(chance, person, shown ? 1 : much, talk),
    date: chance.happens(shown ? 1 : much * 0.5) ? birthday(chance, now, shown) : null,
    followup: followupOf(chance, { index, now, fill }),
  };
}

function fieldsOf(
  chance: Chance,
  { city }: PlannedPerson,
  much: number,
  talk: readonly PlannedMessage[],
): Record<string, string> {
  const known: Record<string, string> = {};
  if (chance.happens(much * 1.4)) known['City'] = city[1];
  if (chance.happens(much * 0.8)) known['Favourite song'] = chance.pick(songs);
  if (chance.happens(much * 0.7)) known['Orders'] = `${chance.integer(1, 9)}`;
  if (chance.happens(much * 0.5)) known['Shirt size'] = chance.pick(['S', 'M', 'L', 'XL']);
  const first = talk[0];
  if (first && chance.happens(much * 0.4)) {
    known['Supporter since'] = new Date(first.sentAt).toISOString().slice(0, 10);
  }
  return known;
}

/** A birthday as it is typed: with the year of birth or without; that of the first fan is a few days ahead. */
function birthday(chance: Chance, now: number, soon: boolean): string {
  const day = soon
    ? new Date(now + 4 * dayMs)
    : new Date(Date.UTC(2001, 0, chance.integer(1, 365)));
  const [month = '', date = ''] = day.toISOString().slice(5, 10).split('-');
  if (soon || chance.happens(0.5)) return `${chance.integer(1975, 2004)}-${month}-${date} Birthday`;
  return `${date}.${month}. Birthday`;
}

/** A few fans were promised something: some of it is due, the first comes due while one looks, the rest lies ahead. */
function followupOf(
  chance: Chance,
  { index, now, fill }: { index: number; now: number; fill: (text: string) => string },
): PlannedFacts['followup'] {
  if (index % 20 !== 0) return null;
  const number = index / 20;
  const ahead = number === 0 ? 4 * minuteMs : (number - 4) * 0.75 * dayMs;
  const dueAt = Math.round((now + ahead) / minuteMs) * minuteMs;
  return { text: fill(chance.pick(promises)), dueAt };
}
