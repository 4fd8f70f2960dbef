import type { FanId } from '#src/core/ids.ts';
import { type Fact, type FactId, type FoundFact, mostFacts, type Subject } from '../fact.ts';
import { contentWords, shareOf } from './content-words.ts';
import { goneMarks, isGone } from './gone-marks.ts';

/** Of these a person has one at a time: what is newer takes the place of what is older. */
const single: ReadonlySet<Subject> = new Set(['name', 'home', 'work', 'studies', 'birthday']);

/** Part of the words that two facts about the same have in common. */
const samePart = 0.6;

/** What is to be written and what is to go. */
export interface Merge {
  readonly add: readonly FoundFact[];
  readonly drop: readonly FactId[];
}

type Entry = FoundFact & Partial<Pick<Fact, 'id' | 'actor'>>;

/**
 * Puts what was found together with what is known of a fan. The same is not kept twice; on the same subject the newer takes
 * the older's place. What a person wrote stays as it is, and what a person deleted (`gone`: its marks) does not come
 * back. Of more than 12, those of people stay, then the newest.
 */
export function mergeFacts(
  fanId: FanId,
  known: readonly Fact[],
  found: readonly FoundFact[],
  gone: readonly (readonly string[])[],
): Merge {
  let entries: Entry[] = [...known];
  for (const fact of found) {
    if (isGone(goneMarks(fanId, fact.text), gone)) continue;
    const same = entries.filter((entry) => areSame(entry, fact));
    if (same.some((entry) => addsNothing(fact, entry) || isOfPerson(entry))) continue;
    if (same.some((entry) => entry.saidAt > fact.saidAt)) continue;
    entries = [...entries.filter((entry) => !same.includes(entry)), fact];
  }
  const kept = new Set(
    entries
      .toSorted((a, b) => Number(isOfPerson(b)) - Number(isOfPerson(a)) || b.saidAt - a.saidAt)
      .slice(0, mostFacts),
  );
  return {
    add: [...kept].filter((entry) => entry.id === undefined),
    drop: known.filter((fact) => !kept.has(fact)).map(({ id }) => id),
  };
}

function areSame(one: Entry, other: Entry): boolean {
  const [words, others] = [contentWords(one.text), contentWords(other.text)];
  if (words.join(' ') === others.join(' ')) return true;
  if (one.subject !== other.subject) return false;
  if (single.has(one.subject)) return true;
  const [share, back] = [shareOf(words, others), shareOf(others, words)];
  return share === 1 || back === 1 || (share >= samePart && back >= samePart);
}

/** Whether all words of a fact stand in another already. */
function addsNothing(fact: Entry, known: Entry): boolean {
  return shareOf(contentWords(fact.text), contentWords(known.text)) === 1;
}

function isOfPerson({ actor }: Entry): boolean {
  return actor === 'creator' || actor === 'member';
}
