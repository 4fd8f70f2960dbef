import type { Condition, FieldTest, Sign } from './filter.ts';
import { nameImplies } from './name-words.ts';
import { folded, textMatches } from './same-text.ts';

// All of these are sound and none is complete: true is a proof, false says nothing.

/** Whether whoever meets the first condition meets the second. */
export function implies(a: Condition, b: Condition): boolean {
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  if (a.is === 'amount' && b.is === 'amount' && a.of === b.of && a.sign === b.sign) {
    return a.sign === 'min' ? a.value >= b.value : a.value <= b.value;
  }
  if (a.is === 'seen' && b.is === 'seen' && a.of === b.of && a.when === b.when) {
    return a.when === 'within' ? a.days <= b.days : a.days >= b.days;
  }
  if (a.is === 'language' && b.is === 'language') return a.language.startsWith(`${b.language}-`);
  if (a.is === 'waiting' && b.is === 'waiting') return a.hours >= b.hours;
  if (a.is === 'followup' && b.is === 'followup') {
    return b.days === null || (a.days !== null && a.days <= b.days);
  }
  if (a.is === 'date-soon' && b.is === 'date-soon') return a.days <= b.days;
  if (a.is === 'name' && b.is === 'name') return nameImplies(a.text, b.text);
  if (a.is === 'field' && b.is === 'field' && a.fieldId === b.fieldId) return testImplies(a, b);
  return false;
}

/** Whether nobody meets both conditions. */
export function excludes(a: Condition, b: Condition): boolean {
  if (a.is === 'stage' && b.is === 'stage') return a.stage !== b.stage;
  if (a.is === 'reach' && b.is === 'reach') return a.reach !== b.reach;
  if (a.is === 'source' && b.is === 'source') return a.source !== b.source;
  if (a.is === 'language' && b.is === 'language') {
    return a.language !== b.language && !implies(a, b) && !implies(b, a);
  }
  if (a.is === 'amount' && b.is === 'amount' && a.of === b.of && a.sign !== b.sign) {
    return a.sign === 'min' ? a.value > b.value : b.value > a.value;
  }
  if (a.is === 'seen' && b.is === 'seen' && a.of === b.of && a.when !== b.when) {
    return a.when === 'within' ? a.days <= b.days : b.days <= a.days;
  }
  if (a.is === 'field' && b.is === 'field' && a.fieldId === b.fieldId) return testsExclude(a, b);
  return false;
}

/** Whether everybody meets one of the two. */
export function cover(a: Condition, b: Condition): boolean {
  if (a.is === 'reach' && b.is === 'reach') return a.reach !== b.reach;
  if (a.is === 'amount' && b.is === 'amount' && a.of === b.of && a.sign !== b.sign) {
    const [min, max] = a.sign === 'min' ? [a, b] : [b, a];
    return min.value <= max.value + 1;
  }
  if (a.is === 'seen' && b.is === 'seen' && a.of === b.of && a.when !== b.when) {
    const [within, before] = a.when === 'within' ? [a, b] : [b, a];
    return before.days <= within.days;
  }
  return false;
}

/** Whether everybody meets it: no count is below zero, no score above 100. */
export function isAlways(condition: Condition): boolean {
  if (condition.is !== 'amount') return false;
  if (condition.sign === 'min') return condition.value <= 0;
  return condition.of === 'score' && condition.value >= 100;
}

/** Whether nobody meets it. */
export function isNever(condition: Condition): boolean {
  return (
    condition.is === 'amount' &&
    condition.of === 'score' &&
    condition.sign === 'min' &&
    condition.value > 100
  );
}

function testImplies(a: FieldTest, b: FieldTest): boolean {
  if (b.test === 'present') return true;
  if (a.test === 'equals' && b.test !== 'choice' && 'text' in b) {
    return textMatches(a.text, b.test, b.text);
  }
  if (a.test === 'contains' && b.test === 'contains')
    return textMatches(a.text, 'contains', b.text);
  const [first, second] = [spanOf(a), spanOf(b)];
  return first !== null && second !== null && liesIn(first, second);
}

function testsExclude(a: FieldTest, b: FieldTest): boolean {
  if (a.test === 'choice' && b.test === 'choice') return a.choice !== b.choice;
  if (a.test === 'equals' && b.test === 'equals') return folded(a.text) !== folded(b.text);
  if (a.test === 'equals' && b.test === 'contains') return !textMatches(a.text, 'contains', b.text);
  if (a.test === 'contains' && b.test === 'equals') return !textMatches(b.text, 'contains', a.text);
  const [first, second] = [spanOf(a), spanOf(b)];
  return first !== null && second !== null && (before(first, second) || before(second, first));
}

/** Values from one to another; without an end it goes on. `open`: the end itself is not in it. */
interface Span {
  readonly kind: 'number' | 'date';
  readonly low: End | null;
  readonly high: End | null;
}

interface End {
  readonly value: number | string;
  readonly open: boolean;
}

function spanOf(test: FieldTest): Span | null {
  if (test.test === 'number') return span('number', test.sign, test.number);
  return test.test === 'date' ? span('date', test.sign, test.date) : null;
}

function span(kind: Span['kind'], sign: Sign, value: number | string): Span {
  const end = { value, open: sign === 'above' || sign === 'below' };
  const low = sign === 'min' || sign === 'above' || sign === 'is' ? end : null;
  const high = sign === 'max' || sign === 'below' || sign === 'is' ? end : null;
  return { kind, low, high };
}

function before(a: Span, b: Span): boolean {
  if (a.kind !== b.kind || !a.high || !b.low) return false;
  return (
    a.high.value < b.low.value || (a.high.value === b.low.value && (a.high.open || b.low.open))
  );
}

function liesIn(a: Span, b: Span): boolean {
  return a.kind === b.kind && endLies(a.low, b.low, 1) && endLies(a.high, b.high, -1);
}

function endLies(inner: End | null, outer: End | null, way: 1 | -1): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  if (inner.value === outer.value) return inner.open || !outer.open;
  return way === 1 ? inner.value > outer.value : inner.value < outer.value;
}
