import type { Book } from '../book.ts';
import { innerList } from '../objects/list.ts';
import { invalid } from './stripe-error.ts';

type Json = Record<string, unknown>;

const deepest = 4;

/** Puts resources in place of their ids, along paths such as `data.latest_invoice.payments`. Works on a copy. */
export function expand(book: Book, answer: object, paths: readonly string[]): Json {
  const copy = JSON.parse(JSON.stringify(answer)) as Json;
  for (const path of paths) {
    const names = path.split('.');
    if (names.length > deepest + (names[0] === 'data' ? 1 : 0))
      throw invalid('You cannot expand more than 4 levels of a property', 'expand');
    follow(book, copy, names, path);
  }
  return copy;
}

function follow(book: Book, at: Json, names: readonly string[], path: string): void {
  const [name, ...rest] = names;
  if (name === undefined) return;
  const held = at[name] ?? included(book, at, name);
  if (held === undefined)
    throw invalid(
      `This property cannot be expanded (${path}).`,
      'expand',
      'property_not_expandable',
    );
  const opened = Array.isArray(held)
    ? held.map((each) => open(book, each, path))
    : open(book, held, path);
  at[name] = opened;
  for (const each of Array.isArray(opened) ? opened : [opened])
    if (typeof each === 'object' && each !== null) follow(book, each as Json, rest, path);
}

function open(book: Book, value: unknown, path: string): unknown {
  if (typeof value !== 'string') return value;
  const found = book.find(value);
  if (found === undefined)
    throw invalid(
      `This property cannot be expanded (${path}).`,
      'expand',
      'property_not_expandable',
    );
  return JSON.parse(JSON.stringify(found));
}

/** Lists that are left out unless somebody expands them. Null where the field is there and empty. */
function included(book: Book, at: Json, name: string): unknown {
  if (at[name] === null) return null;
  const id = String(at['id']);
  switch (`${String(at['object'])}.${name}`) {
    case 'checkout.session.line_items':
      return innerList(
        [...(book.orders.get(id)?.items ?? [])],
        `/v1/checkout/sessions/${id}/line_items`,
      );
    case 'invoice.payments':
      return innerList(book.paymentsOf(id), `/v1/invoice_payments?invoice=${id}`);
    case 'customer.subscriptions':
      return innerList(
        book.subscriptionsOf(id).filter((each) => each.status !== 'canceled'),
        `/v1/customers/${id}/subscriptions`,
      );
    case 'charge.refunds':
      return innerList(
        [...book.refunds.values()].filter((each) => each.charge === id),
        `/v1/charges/${id}/refunds`,
      );
    default:
      return undefined;
  }
}
