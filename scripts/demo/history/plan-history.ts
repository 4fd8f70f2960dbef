import { type Chance, chanceOf } from './chance.ts';
import type { HabitName } from './habit.ts';
import { type PlannedFacts, planFacts } from './plan-facts.ts';
import { withDrafts } from './plan-drafts.ts';
import { type PlannedPerson, planPerson } from './plan-person.ts';
import { openQuestion, type PlannedMessage, planTalk } from './plan-talk.ts';

const minuteMs = 60_000;

/** A fan with everything that was said and written down. */
export interface PlannedFan {
  readonly person: PlannedPerson;
  /** In order, at least one message; the fan wrote the first. */
  readonly talk: readonly PlannedMessage[];
  readonly facts: PlannedFacts;
  /** Left out of the inbox for a while. */
  readonly snoozed: boolean;
}

/** What to make up. */
export interface HistoryPlan {
  /** Epoch ms: nothing was said later. */
  readonly now: number;
  readonly fans: number;
  readonly days: number;
  /** Another seed makes up another history. */
  readonly seed: number;
}

/** For how long fans wait for an answer, in minutes, and of which habit they are. */
const waits: readonly (readonly [HabitName, number])[] = [
  ['devoted', 12],
  ['newcomer', 26],
  ['faithful', 43],
  ['faithful', 95],
  ['newcomer', 150],
  ['devoted', 210],
  ['faithful', 330],
  ['faithful', 480],
  ['newcomer', 700],
  ['faithful', 980],
  ['faithful', 1_260],
  ['newcomer', 1_600],
  ['devoted', 1_900],
  ['faithful', 2_700],
  ['faithful', 3_900],
];

/** Every so many of those who wait are snoozed. */
const snoozedEach = 6;

/** Makes up fans and all that happened with them; the same for the same plan. */
export function planHistory(plan: HistoryPlan): PlannedFan[] {
  const chance = chanceOf(plan.seed);
  const drafting = chanceOf(plan.seed + 1);
  const open = [...waits];
  let asked = 0;
  const planned: PlannedFan[] = [];
  for (let index = 0; index < plan.fans; index += 1) {
    const person = planPerson(chance, index, plan);
    // The first fan's card shows what was said last, so nothing is open there.
    const place = index === 0 ? -1 : open.findIndex(([habit]) => habit === person.habit.name);
    const [wait] = place < 0 ? [] : open.splice(place, 1);
    const told = planTalk(chance, person, plan.now);
    const said = wait ? withQuestion(chance, person, told, plan.now - wait[1] * minuteMs) : told;
    if (said.length === 0) continue;
    const facts = planFacts(chance, person, said, { index, now: plan.now });
    const talk = withDrafts(drafting, said, plan.now);
    if (wait) asked += 1;
    planned.push({ person, talk, facts, snoozed: wait !== undefined && asked % snoozedEach === 0 });
  }
  return planned;
}

/** The talk up to a question that nobody answered yet. */
function withQuestion(
  chance: Chance,
  person: PlannedPerson,
  talk: readonly PlannedMessage[],
  at: number,
): PlannedMessage[] {
  const before = talk.filter(({ sentAt }) => sentAt < at);
  // What was asked before has its answer.
  while (before.at(-1)?.direction === 'in') before.pop();
  return [...before, ...openQuestion(chance, person, Math.floor(at / 1_000) * 1_000)];
}
