import type { FieldId, SegmentId, UserId } from '#src/core/ids.ts';
import { type Kind, kinds } from './choices.ts';

/** What a button of the builder does to the draft of a person. `into`: the part that gets the new condition. */
export type DraftTap =
  | { readonly do: 'show' | 'switch' | 'preview' | 'save' | 'overwrite' }
  | { readonly do: 'part' | 'negate' | 'remove'; readonly at: number }
  | { readonly do: 'add'; readonly into: number | null }
  | {
      readonly do: 'kind';
      readonly into: number | null;
      readonly kind: Kind;
      readonly page: number;
    }
  | { readonly do: 'field'; readonly into: number | null; readonly fieldId: FieldId }
  | { readonly do: 'put' | 'ask'; readonly into: number | null; readonly code: string };

/** What a button of segments asks for. */
export type SegmentTap =
  | { readonly do: 'list'; readonly page: number }
  | { readonly do: 'new' | 'resume' }
  | { readonly do: 'open' | 'rename' | 'ask-delete' | 'delete'; readonly id: SegmentId }
  | {
      readonly do: 'draft';
      readonly owner: UserId;
      readonly version: number;
      readonly tap: DraftTap;
    };

const list = /^sg:list:(\d{1,6})$/;
const one = /^sg:(open|rename|ask-delete|delete):(\d{1,15})$/;
const draft = /^sg:([0-9a-z]{1,11})\.([0-9a-z]{1,10}):([a-z]+)(?::(.*))?$/;

/** The callback data of a button, at most 64 bytes: numbers of people and versions are written to the base 36. */
export function tapData(tap: SegmentTap): string {
  switch (tap.do) {
    case 'list':
      return `sg:list:${tap.page}`;
    case 'new':
    case 'resume':
      return `sg:${tap.do}`;
    case 'draft':
      return `sg:${tap.owner.toString(36)}.${tap.version.toString(36)}:${draftData(tap.tap)}`;
    default:
      return `sg:${tap.do}:${tap.id}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role, owner and rows each time. */
export function readTapData(data: string): SegmentTap | null {
  if (data === 'sg:new') return { do: 'new' };
  if (data === 'sg:resume') return { do: 'resume' };
  const listed = list.exec(data);
  if (listed) return { do: 'list', page: Number(listed[1]) };
  const single = one.exec(data);
  if (single) {
    type Single = Extract<SegmentTap, { id: SegmentId }>['do'];
    return { do: single[1] as Single, id: Number(single[2]) as SegmentId };
  }
  const [, owner, version, verb, rest = ''] = draft.exec(data) ?? [];
  if (owner === undefined || version === undefined || verb === undefined) return null;
  const tap = readDraftTap(verb, rest);
  if (!tap) return null;
  return {
    do: 'draft',
    owner: Number.parseInt(owner, 36) as UserId,
    version: Number.parseInt(version, 36),
    tap,
  };
}

function draftData(tap: DraftTap): string {
  switch (tap.do) {
    case 'part':
    case 'negate':
    case 'remove':
      return `${tap.do}:${tap.at}`;
    case 'add':
      return `add:${place(tap.into)}`;
    case 'kind':
      return `kind:${place(tap.into)}:${tap.kind}:${tap.page}`;
    case 'field':
      return `field:${place(tap.into)}:${tap.fieldId}`;
    case 'put':
    case 'ask':
      return `${tap.do}:${place(tap.into)}:${tap.code}`;
    default:
      return tap.do;
  }
}

function readDraftTap(verb: string, rest: string): DraftTap | null {
  if (/^(?:show|switch|preview|save|overwrite)$/u.test(verb) && rest === '') {
    return { do: verb as 'show' | 'switch' | 'preview' | 'save' | 'overwrite' };
  }
  if (/^(?:part|negate|remove)$/u.test(verb) && /^\d{1,2}$/u.test(rest)) {
    return { do: verb as 'part' | 'negate' | 'remove', at: Number(rest) };
  }
  const [, placed = '', more = ''] = /^(-|\d{1,2})(?::(.*))?$/u.exec(rest) ?? [];
  if (placed === '') return null;
  const into = placed === '-' ? null : Number(placed);
  if (verb === 'add' && more === '') return { do: 'add', into };
  if ((verb === 'put' || verb === 'ask') && more !== '') return { do: verb, into, code: more };
  if (verb === 'field' && /^\d{1,15}$/u.test(more)) {
    return { do: 'field', into, fieldId: Number(more) as FieldId };
  }
  const [, name, page] = /^([a-z]+):(\d{1,6})$/u.exec(more) ?? [];
  const kind = kinds.find((known) => known === name);
  return verb === 'kind' && kind ? { do: 'kind', into, kind, page: Number(page) } : null;
}

function place(into: number | null): string {
  return into === null ? '-' : `${into}`;
}
