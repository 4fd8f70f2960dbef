import type { Chance } from './chance.ts';
import type { PlannedPerson } from './plan-person.ts';
import { answerTime, liveliness, timeOfDay } from './rhythm.ts';
import { songs, type Speech } from './speech.ts';

const secondMs = 1_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A draft that the creator saw before they answered. */
export interface PlannedDraft {
  /** What it offered; the first became the answer, where it did. */
  readonly texts: readonly [string, ...string[]];
  readonly state: 'sent' | 'edited' | 'dismissed' | 'stale';
  /** Epoch ms. */
  readonly shownAt: number;
}

/** Something that was said. */
export interface PlannedMessage {
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** Epoch ms, whole seconds as Telegram tells them. */
  readonly sentAt: number;
  /** The draft that the creator had before they answered. */
  readonly draft?: PlannedDraft;
}

/** Everything that a fan and the creator said to each other; every question has its answer by `now`. */
export function planTalk(chance: Chance, person: PlannedPerson, now: number): PlannedMessage[] {
  const { habit } = person;
  const talk: PlannedMessage[] = [];
  const today = Math.floor(now / dayMs) * dayMs;
  const lastDay = today - habit.lastAgo * dayMs;
  for (let day = person.cameOn; day <= lastDay; day += dayMs) {
    const lately = today - day < 30 * dayMs;
    const perDay = lately ? habit.perDayLately : habit.perDay;
    // Every fan came to say something.
    let left = day === person.cameOn ? 1 : perDay * liveliness(day, now);
    for (; left > 0; left -= 1) {
      if (!chance.happens(left)) continue;
      talk.push(...conversation(chance, person, timeOfDay(chance, day), now));
    }
  }
  const lastBy = today - habit.lastBy * dayMs;
  if (!talk.some(({ sentAt }) => sentAt >= lastBy)) {
    const ago = chance.integer(habit.lastAgo + 1, Math.max(habit.lastAgo + 1, habit.lastBy));
    talk.push(...conversation(chance, person, timeOfDay(chance, today - ago * dayMs), now));
  }
  return talk.sort((a, b) => a.sentAt - b.sentAt);
}

/** What a fan asked last, without an answer yet. */
export function openQuestion(
  chance: Chance,
  { speech, city }: PlannedPerson,
  sentAt: number,
): PlannedMessage[] {
  const fill = filler(chance, speech, city[0]);
  const topic = chance.pick(speech.topics);
  const [opening] = chance.pick(topic.exchanges);
  const asked = [opening, ...(chance.happens(0.5) ? [chance.pick(topic.more)] : [])];
  return asked.map((text, index) => ({
    direction: 'in',
    text: fill(text),
    sentAt: sentAt + index * 40 * secondMs,
  }));
}

/** One conversation from the fan's first word to the creator's last; none when it would not be over by `now`. */
function conversation(
  chance: Chance,
  { speech, city }: PlannedPerson,
  startsAt: number,
  now: number,
): PlannedMessage[] {
  const fill = filler(chance, speech, city[0]);
  const topic = chance.pick(speech.topics);
  const [opening, answer] = chance.pick(topic.exchanges);
  const messages: PlannedMessage[] = [];
  let at = startsAt;
  const say = (direction: 'in' | 'out', text: string) => {
    const sentAt = Math.floor(at / secondMs) * secondMs;
    messages.push({ direction, text: fill(text), sentAt });
  };
  say('in', opening);
  for (let more = 0; more < 2 && chance.happens(0.4); more += 1) {
    at += chance.integer(15, 200) * secondMs;
    say('in', topic.more[more % topic.more.length] ?? '');
  }
  at = answerTime(chance, at, now);
  say('out', answer);
  if (chance.happens(0.45)) {
    at += chance.integer(1, 30) * minuteMs;
    say('in', chance.pick(speech.thanks));
    at = answerTime(chance, at, now);
    say('out', chance.pick(speech.closing));
  }
  return at < now - minuteMs ? messages : [];
}

/** Fills the places of a text, the same throughout a conversation; a text begins with a capital. */
function filler(chance: Chance, speech: Speech, city: string): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    song: chance.pick(songs),
    city,
    thing: chance.pick(speech.things),
    day: chance.pick(speech.days),
  };
  return (text) => {
    const filled = text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
    return filled.charAt(0).toLocaleUpperCase(speech.language) + filled.slice(1);
  };
}
