import fc from 'fast-check';
import type { FieldId, TagId } from '#src/core/ids.ts';
import type { Stage } from '#src/features/activity/index.ts';
import type { Field, Tag } from '#src/features/memory/index.ts';
import type { Condition, Filter } from '#src/features/segments/index.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** When the fans of these tests are looked at: a year without 29 February, two days before it would come. */
export const moment = { now: Date.UTC(2026, 1, 26, 12), today: '2026-02-26' };

/** The tags and fields of these tests; 9 is the id of nothing. */
export const names = {
  tags: ['Paris', 'big spender', 'Ёлка "1" \\'].map(
    (name, at): Tag => ({ id: (at + 1) as TagId, name, emoji: null }),
  ),
  fields: [
    field(1, 'City', 'text'),
    field(2, 'Age', 'number'),
    field(3, 'Subscriber since', 'date'),
    field(4, 'Größe', 'choice', ['S', 'M', 'L and more']),
  ],
};

/** A fan with everything that a filter may ask for. */
export interface PlainFan {
  readonly stage: Stage;
  readonly amounts: Readonly<Record<'score' | 'in' | 'out' | 'recent', number>>;
  readonly tags: readonly number[];
  readonly values: Readonly<Record<number, string | number>>;
  readonly reach: 'open' | 'blocked' | 'gone';
  readonly language: string | null;
  readonly source: string | null;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly waitingSince: number | null;
  readonly snoozedUntil: number | 'they-write' | null;
  readonly notes: number;
  /** Keeps their messages away from AI, once did and took it back, or never did. */
  readonly ai: 'out' | 'back' | 'never';
  readonly summary: boolean;
  readonly facts: number;
  readonly followups: readonly { readonly dueAt: number; readonly open: boolean }[];
  readonly dates: readonly { readonly month: number; readonly day: number }[];
}

/** The meaning of a filter, as simply as it can be told. */
export function matches(filter: Filter, fan: PlainFan): boolean {
  if (fan.reach === 'gone') return false;
  if ('all' in filter) return filter.all.every((part) => matches(part, fan));
  if ('any' in filter) return filter.any.some((part) => matches(part, fan));
  if ('not' in filter) return !matches(filter.not, fan);
  return meets(filter, fan);
}

function meets(condition: Condition, fan: PlainFan): boolean {
  const age = (at: number) => moment.now - at;
  switch (condition.is) {
    case 'stage':
      return fan.stage === condition.stage;
    case 'amount': {
      const amount = fan.amounts[condition.of];
      return condition.sign === 'min' ? amount >= condition.value : amount <= condition.value;
    }
    case 'tag':
      return fan.tags.includes(condition.tagId);
    case 'field':
      return says(condition, fan.values[condition.fieldId]);
    case 'reach':
      return fan.reach === condition.reach;
    case 'language': {
      const language = fan.language?.toLowerCase();
      return language?.split('-')[0] === condition.language || language === condition.language;
    }
    case 'source':
      return fan.source?.toLowerCase() === condition.source;
    case 'seen': {
      const seen = age(condition.of === 'first' ? fan.firstSeenAt : fan.lastSeenAt);
      const within = seen <= condition.days * dayMs;
      return condition.when === 'within' ? within : !within;
    }
    case 'waiting':
      return fan.waitingSince !== null && age(fan.waitingSince) >= condition.hours * hourMs;
    case 'snoozed':
      return (
        fan.snoozedUntil === 'they-write' ||
        (fan.snoozedUntil !== null && fan.snoozedUntil > moment.now)
      );
    case 'note':
      return fan.notes > 0;
    case 'username':
      return fan.username !== null;
    case 'name': {
      const name = [fan.firstName, fan.lastName ?? '', fan.username ?? ''].map(plain).join(' ');
      // Nothing parts words where they are written without spaces.
      return plain(condition.text)
        .split(' ')
        .every((part) => ` ${name}`.includes(/\p{Script=Han}/u.test(part) ? part : ` ${part}`));
    }
    case 'noai':
      return fan.ai === 'out';
    case 'summary':
      return fan.summary;
    case 'facts':
      return fan.facts > 0;
    case 'followup': {
      const until = condition.days === null ? Infinity : moment.now + condition.days * dayMs;
      return fan.followups.some(({ open, dueAt }) => open && dueAt <= until);
    }
    case 'date-soon':
      return fan.dates.some((date) => daysUntil(date) <= condition.days);
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

function says(
  condition: Extract<Condition, { is: 'field' }>,
  value: string | number | undefined,
): boolean {
  if (value === undefined) return false;
  switch (condition.test) {
    case 'present':
      return true;
    case 'contains':
      return plain(`${value}`).includes(plain(condition.text));
    case 'equals':
      return plain(`${value}`) === plain(condition.text);
    case 'choice':
      return value === condition.choice;
    case 'number':
    case 'date': {
      const wanted = condition.test === 'number' ? condition.number : condition.date;
      const { sign } = condition;
      if (value === wanted) return sign === 'min' || sign === 'max' || sign === 'is';
      return value > wanted
        ? sign === 'min' || sign === 'above'
        : sign === 'max' || sign === 'below';
    }
  }
}

/** Days from the moment's day to the next time this day of the year comes; 29 February comes on the 28th. */
function daysUntil({ month, day }: { month: number; day: number }): number {
  const today = Date.parse(`${moment.today}T00:00:00Z`);
  for (let days = 0; ; days += 1) {
    const date = new Date(today + days * dayMs);
    const leap = new Date(Date.UTC(date.getUTCFullYear(), 1, 29)).getUTCMonth() === 1;
    const kept = month === 2 && day === 29 && !leap ? 28 : day;
    if (date.getUTCMonth() + 1 === month && date.getUTCDate() === kept) return days;
  }
}

const stage = fc.constantFrom('new', 'active', 'vip', 'cooling', 'lost');
const day = fc.constantFrom('2024-01-01', '2024-06-30', '2025-12-24');
const word = fc.constantFrom('berlin', 'Berlin', 'Ber', 'МОСКВА', 'моск', 'ß', 'a "b" \\c');
const days = fc.constantFrom(1, 2, 3, 7, 30, 60);
const sign = fc.constantFrom('min', 'max', 'above', 'below', 'is');
const number = fc.constantFrom(-5, 0, 1.5, 18, 30);
const language = fc.constantFrom('de', 'en', 'pt', 'pt-br');
const namePart = fc.constantFrom(
  'Anna',
  'nn',
  'anna kar',
  'ann',
  'МОСК',
  '田花',
  'some',
  'ＡＮＮＡ',
  'x',
);
const source = fc.constantFrom('instagram', 'src_1', 'x');

/** Any condition; `gone`: also for a tag, a field and a choice that are not there. */
export function anyCondition(gone = false): fc.Arbitrary<Condition> {
  const tagId = fc.constantFrom(1, 2, 3, ...(gone ? [9] : [])) as fc.Arbitrary<TagId>;
  const is = fc.constant('field' as const);
  const of = (id: number) => fc.constantFrom(id, ...(gone ? [9] : [])) as fc.Arbitrary<FieldId>;
  const choice = fc.constantFrom('S', 'M', 'L and more', ...(gone ? ['XXL'] : []));
  return fc.oneof(
    fc.record({ is: fc.constant('stage' as const), stage }),
    fc.record({
      is: fc.constant('amount' as const),
      of: fc.constantFrom('score', 'in', 'out', 'recent'),
      sign: fc.constantFrom('min', 'max'),
      value: fc.constantFrom(0, 1, 2, 3, 99, 100, 101),
    }),
    fc.record({ is: fc.constant('tag' as const), tagId }),
    fc.record({
      is,
      fieldId: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<FieldId>,
      test: fc.constant('present' as const),
    }),
    fc.record({ is, fieldId: of(1), test: fc.constantFrom('contains', 'equals'), text: word }),
    fc.record({ is, fieldId: of(2), test: fc.constant('number' as const), sign, number }),
    fc.record({ is, fieldId: of(3), test: fc.constant('date' as const), sign, date: day }),
    fc.record({ is, fieldId: of(4), test: fc.constant('choice' as const), choice }),
    fc.record({ is: fc.constant('reach' as const), reach: fc.constantFrom('open', 'blocked') }),
    fc.record({ is: fc.constant('language' as const), language }),
    fc.record({ is: fc.constant('source' as const), source }),
    fc.record({
      is: fc.constant('seen' as const),
      of: fc.constantFrom('first', 'last'),
      when: fc.constantFrom('within', 'before'),
      days,
    }),
    fc.record({ is: fc.constant('waiting' as const), hours: fc.constantFrom(0, 1, 24) }),
    fc.record({ is: fc.constant('followup' as const), days: fc.option(days, { nil: null }) }),
    fc.record({ is: fc.constant('date-soon' as const), days }),
    fc.record({ is: fc.constant('name' as const), text: namePart }),
    fc.record({
      is: fc.constantFrom('note', 'username', 'snoozed', 'noai', 'summary', 'facts'),
    }),
  ) as fc.Arbitrary<Condition>;
}

/** Any filter within the limits. */
export function anyFilter(condition = anyCondition()): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => {
    const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
    return {
      filter: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        condition,
        parts.map((all) => ({ all })),
        parts.map((any) => ({ any })),
        tie('filter').map((not) => ({ not })),
        fc.constant({ all: [] }),
      ),
    };
  });
  return filter;
}

/** Any fan; facts lie on both sides of what conditions ask for, and on the very border. */
export const anyFan: fc.Arbitrary<PlainFan> = fc
  .record({
    /** Whether anything was read of them; else they are as at the first contact. */
    counted: fc.boolean(),
    stage,
    score: fc.constantFrom(0, 1, 2, 99, 100),
    counts: fc.tuple(...([0, 0, 0].map(() => fc.constantFrom(0, 1, 2, 3, 4, 150)) as never[])),
    tags: fc.subarray([1, 2, 3]),
    values: fc.record(
      {
        1: fc.constantFrom('Berlin', 'москва-река', 'A "B" \\C'),
        2: number,
        3: day,
        4: fc.constantFrom('S', 'M'),
      },
      { requiredKeys: [] },
    ),
    reach: fc.constantFrom('open', 'open', 'blocked', 'gone'),
    language: fc.option(fc.constantFrom('de', 'en', 'pt', 'pt-br', 'EN'), { nil: null }),
    source: fc.option(fc.constantFrom('instagram', 'src_1', 'X'), { nil: null }),
    firstName: fc.constantFrom('Anna', 'JOANNA', 'Москва', '山田花子', '🌸', ''),
    lastName: fc.option(fc.constantFrom('Karenina', 'Ann'), { nil: null }),
    username: fc.option(fc.constant('somebody'), { nil: null }),
    ages: fc.tuple(ageMs(), ageMs()),
    waiting: fc.option(fc.constantFrom(0, 1, hourMs - 1, hourMs, 24 * hourMs), { nil: null }),
    snoozedUntil: fc.constantFrom(null, 'they-write', moment.now, moment.now + 1),
    notes: fc.nat(2),
    ai: fc.constantFrom('out', 'back', 'never'),
    summary: fc.boolean(),
    facts: fc.nat(2),
    followups: fc.array(
      fc.record({
        dueAt: fc.constantFrom(-3, 0, 1, 7, 8).map((in_) => moment.now + in_ * dayMs),
        open: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    dates: fc.array(
      fc
        .constantFrom([2, 25], [2, 26], [2, 27], [2, 28], [2, 29], [3, 1], [4, 27])
        .map(([month = 1, on = 1]) => ({ month, day: on })),
      { maxLength: 2 },
    ),
  })
  .map(({ counted, counts, ages, waiting, ...fan }) => {
    const [ins, outs, recent] = counts as number[];
    const [first, last] = ages;
    return {
      ...fan,
      stage: counted ? fan.stage : 'new',
      amounts: counted
        ? { score: fan.score, in: ins, out: outs, recent }
        : { score: 40, in: 0, out: 0, recent: 0 },
      firstSeenAt: moment.now - first,
      lastSeenAt: moment.now - last,
      waitingSince: waiting === null ? null : moment.now - waiting,
    } as unknown as PlainFan;
  });

function ageMs(): fc.Arbitrary<number> {
  return fc
    .tuple(fc.constantFrom(0, 1, 2, 3, 7, 30, 61), fc.constantFrom(-1, 0, 1))
    .map(([age, off]) => Math.max(0, age * dayMs + off));
}

function field(id: number, name: string, type: Field['type'], choices: string[] = []): Field {
  return { id: id as FieldId, key: name.toLowerCase(), name, type, choices };
}
