import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { patient, UnwrittenAnswers, type Work } from '#src/core/unwritten-answers.ts';

const jobOf = (jobId: number, tenantId = 'luna'): Work => [tenantId as TenantId, jobId];

/** A clock whose timers end together, when it is told so. */
function openBed() {
  const timers = new Set<() => void>();
  const waits: number[] = [];
  const clock = {
    after(ms: number, task: () => void) {
      waits.push(ms);
      timers.add(task);
      return () => void timers.delete(task);
    },
  };
  const answers = new UnwrittenAnswers<string>(patient);
  return { answers, clock, timers, waits };
}

test('an answer counts for the same question of the same job of the same tenant only', () => {
  const { answers, clock } = openBed();
  answers.keep(jobOf(1), 'who?', 'Ana', clock);
  expect(answers.offer(jobOf(2), 'who?')).toBeUndefined();
  expect(answers.offer(jobOf(1, 'mars'), 'who?')).toBeUndefined();
  expect(answers.offer(jobOf(1), 'who?')).toBe('Ana');
  expect(answers.offer(jobOf(1), 'who else?')).toBeUndefined();
  // Whatever was changed meanwhile may be changed back: the answer is gone.
  expect(answers.offer(jobOf(1), 'who?')).toBeUndefined();
});

test('an answer is offered three times at most', () => {
  const { answers, clock, timers } = openBed();
  answers.keep(jobOf(1), 'who?', 'Ana', clock);
  const offered = [1, 2, 3, 4].map(() => answers.offer(jobOf(1), 'who?'));
  expect(offered).toEqual(['Ana', 'Ana', 'Ana', undefined]);
  expect(timers.size).toBe(0);
});

test('an answer is gone after an hour, and once it is forgotten; no timer stays', () => {
  const { answers, clock, timers, waits } = openBed();
  answers.keep(jobOf(1), 'who?', 'Ana', clock);
  answers.keep(jobOf(1), 'who?', 'Ben', clock);
  answers.keep(jobOf(2), 'who?', 'Cleo', clock);
  expect(timers.size).toBe(2);
  answers.forget(jobOf(2));
  expect(answers.offer(jobOf(2), 'who?')).toBeUndefined();
  expect(timers.size).toBe(1);
  expect(new Set(waits)).toEqual(new Set([3_600_000]));
  for (const end of timers) end();
  expect(answers.offer(jobOf(1), 'who?')).toBeUndefined();
});

test('of many answers the oldest is forgotten', () => {
  const { answers, clock, timers } = openBed();
  for (let id = 1; id <= 300; id += 1) answers.keep(jobOf(id), 'who?', `${id}`, clock);
  expect(timers.size).toBe(256);
  expect(answers.offer(jobOf(44), 'who?')).toBeUndefined();
  expect(answers.offer(jobOf(45), 'who?')).toBe('45');
  expect(answers.offer(jobOf(300), 'who?')).toBe('300');
});
