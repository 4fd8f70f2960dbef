import type { Params } from './params.ts';
import { invalid, missing } from './stripe-error.ts';

/** What can be listed. */
export interface Listed {
  readonly id: string;
  readonly created: number;
}

/** Parameters that every list takes. */
export const listParams = ['limit', 'starting_after', 'ending_before'] as const;

/** One page of a list, newest first: 10 at a time unless asked for up to 100. */
export function listing<T extends { readonly id: string }>(
  all: Iterable<T>,
  params: Params,
  url: string,
): { object: 'list'; data: T[]; has_more: boolean; url: string } {
  const limit = params.number('limit') ?? 10;
  if (limit < 1 || limit > 100)
    throw invalid('This value must be between 1 and 100.', 'limit', 'parameter_invalid_integer');
  const newest = [...all].reverse();
  const after = params.text('starting_after');
  const before = params.text('ending_before');
  if (after !== undefined) {
    const rest = newest.slice(placeOf(newest, after, 'starting_after') + 1);
    return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url };
  }
  if (before !== undefined) {
    const rest = newest.slice(0, placeOf(newest, before, 'ending_before'));
    return { object: 'list', data: rest.slice(-limit), has_more: rest.length > limit, url };
  }
  return { object: 'list', data: newest.slice(0, limit), has_more: newest.length > limit, url };
}

/** Those made in the range that `created` asks for: a time, or gt, gte, lt, lte. */
export function createdWithin<T extends Listed>(all: Iterable<T>, params: Params): T[] {
  const list = [...all];
  if (!params.has('created')) return list;
  if (typeof params.values['created'] === 'string') {
    const exact = params.number('created');
    return list.filter((each) => each.created === exact);
  }
  const range = params.group('created');
  const bound = (name: string) => range?.number(name);
  const [gt, gte, lt, lte] = [bound('gt'), bound('gte'), bound('lt'), bound('lte')];
  return list.filter(
    ({ created }) =>
      (gt === undefined || created > gt) &&
      (gte === undefined || created >= gte) &&
      (lt === undefined || created < lt) &&
      (lte === undefined || created <= lte),
  );
}

function placeOf(list: readonly { readonly id: string }[], id: string, param: string): number {
  const place = list.findIndex((each) => each.id === id);
  if (place < 0) throw missing('object', id, param);
  return place;
}
