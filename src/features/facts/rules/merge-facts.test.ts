import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FanId, MessageId } from '#src/core/ids.ts';
import {
  type Fact,
  type FactId,
  type FoundFact,
  mostFacts,
  type Subject,
  subjects,
} from '../fact.ts';
import { goneMarks, isGone } from './gone-marks.ts';
import { mergeFacts } from './merge-facts.ts';

const fan = 7 as FanId;
let nextId = 1;

function known(
  text: string,
  subject: Subject,
  saidAt: number,
  actor: Fact['actor'] = 'automation',
): Fact {
  const id = nextId++ as FactId;
  return { id, fanId: fan, messageId: 1 as MessageId, subject, text, actor, saidAt };
}

function found(text: string, subject: Subject, saidAt: number): FoundFact {
  return { messageId: 2 as MessageId, subject, text, saidAt };
}

const merged = (before: Fact[], after: FoundFact[], gone: string[][] = []) => {
  const { add, drop } = mergeFacts(fan, before, after, gone);
  return {
    add: add.map(({ text }) => text),
    drop: before.filter(({ id }) => drop.includes(id)).map(({ text }) => text),
  };
};

describe('what is found joins what is known', () => {
  test('the same is not kept twice, in whatever form', () => {
    const before = [known('Has a dog called Bruno', 'pets', 1)];
    expect(merged(before, [found('has a dog, Bruno', 'pets', 2)])).toEqual({ add: [], drop: [] });
    expect(merged(before, [found('Has a dog', 'pets', 2)])).toEqual({ add: [], drop: [] });
    expect(merged([], [found('Has a dog', 'pets', 1), found('has a DOG!', 'other', 2)])).toEqual({
      add: ['Has a dog'],
      drop: [],
    });
  });

  test('the newer takes the place of the older on one subject, and the older never of the newer', () => {
    const lisbon = known('Lives in Lisbon', 'home', 5);
    expect(merged([lisbon], [found('Lives in Porto', 'home', 9)])).toEqual({
      add: ['Lives in Porto'],
      drop: ['Lives in Lisbon'],
    });
    expect(merged([lisbon], [found('Lives in Porto', 'home', 2)])).toEqual({ add: [], drop: [] });
    expect(
      merged([known('Has a dog', 'pets', 5)], [found('Has a dog called Bruno', 'pets', 9)]),
    ).toEqual({
      add: ['Has a dog called Bruno'],
      drop: ['Has a dog'],
    });
  });

  test('different things on one subject stand side by side', () => {
    expect(merged([known('Likes coffee', 'likes', 1)], [found('Likes jazz', 'likes', 2)])).toEqual({
      add: ['Likes jazz'],
      drop: [],
    });
    expect(
      merged([known('Likes coffee', 'likes', 1)], [found('Works in a coffee shop', 'work', 2)]),
    ).toEqual({ add: ['Works in a coffee shop'], drop: [] });
  });

  test('what a person wrote stays as it is', () => {
    const before = [known('Lives in Braga, near Porto', 'home', 1, 'creator')];
    expect(merged(before, [found('Lives in Lisbon', 'home', 9)])).toEqual({ add: [], drop: [] });
  });

  test('what a person deleted does not come back, also in other forms', () => {
    const gone = [goneMarks(fan, 'Has a dog called Bruno')];
    for (const text of ['Has a dog called Bruno', 'Her dog is BRUNO!', 'Has a dog']) {
      expect(merged([], [found(text, 'pets', 9)], gone)).toEqual({ add: [], drop: [] });
    }
    expect(merged([], [found('Has a cat called Mia', 'pets', 9)], gone).add).toHaveLength(1);
  });

  test('at most 12 stay: those of people, then the newest', () => {
    const words = 'tea rum ink fog owl elk yew ash oak fir bee ant emu'.split(' ');
    const before = words
      .slice(0, 12)
      .map((word, at) => known(`Likes ${word}`, 'likes', at, at === 0 ? 'member' : 'automation'));
    expect(merged(before, [found('Likes emu', 'likes', 99)])).toEqual({
      add: ['Likes emu'],
      drop: ['Likes rum'],
    });
  });

  test('whatever comes, never more than 12, and nothing of a person goes', () => {
    const text = fc
      .array(fc.constantFrom('dog', 'cat', 'tea', 'Rome', 'jazz', 'sea', '7'), {
        minLength: 1,
        maxLength: 3,
      })
      .map((words) => words.join(' '));
    const subject = fc.constantFrom(...subjects);
    const before = fc.array(
      fc.record({
        text,
        subject,
        saidAt: fc.nat(50),
        actor: fc.constantFrom('creator' as const, 'automation' as const),
      }),
      { maxLength: mostFacts },
    );
    const after = fc.array(fc.record({ text, subject, saidAt: fc.nat(50) }), { maxLength: 20 });
    fc.assert(
      fc.property(before, after, (facts, more) => {
        const rows = facts.map((fact) => known(fact.text, fact.subject, fact.saidAt, fact.actor));
        const { add, drop } = mergeFacts(
          fan,
          rows,
          more.map((fact) => found(fact.text, fact.subject, fact.saidAt)),
          [],
        );
        expect(rows.length - drop.length + add.length).toBeLessThanOrEqual(mostFacts);
        for (const row of rows) if (row.actor === 'creator') expect(drop).not.toContain(row.id);
        const again = mergeFacts(
          fan,
          [
            ...rows.filter(({ id }) => !drop.includes(id)),
            ...add.map((fact) => known(fact.text, fact.subject, fact.saidAt)),
          ],
          add,
          [],
        );
        expect(again.add).toEqual([]);
      }),
    );
  });
});

test('marks tell no words, and differ from fan to fan', () => {
  const marks = goneMarks(fan, 'Has a dog called Bruno');
  expect(marks.join(' ')).not.toMatch(/dog|bruno/i);
  expect(isGone(goneMarks(8 as FanId, 'Has a dog called Bruno'), [marks])).toBe(false);
});
