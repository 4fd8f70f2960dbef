import { findAddresses } from './masks/find-addresses.ts';
import { findCards } from './masks/find-cards.ts';
import { findEmails } from './masks/find-emails.ts';
import { findHandles } from './masks/find-handles.ts';
import { findIbans } from './masks/find-ibans.ts';
import { findIds } from './masks/find-ids.ts';
import { nameFinder } from './masks/find-names.ts';
import { findPhones } from './masks/find-phones.ts';
import { findWallets } from './masks/find-wallets.ts';
import { type Readable, readable } from './masks/readable.ts';
import type { Finder, Span } from './masks/span.ts';

/** What is replaced before texts go to a provider. */
export type MaskKind = keyof typeof labels;

const labels = {
  handle: 'HANDLE',
  email: 'EMAIL',
  wallet: 'WALLET',
  iban: 'IBAN',
  card: 'CARD',
  address: 'ADDRESS',
  phone: 'PHONE',
  id: 'ID',
  name: 'FAN',
} as const;

const placeholder = new RegExp(`\\[(?:${Object.values(labels).join('|')})_\\d{1,9}\\]`, 'gu');

/** Texts in which what tells who somebody is stands as numbered placeholders, and the way back. */
export interface Masking {
  /** The texts, in the order given. */
  readonly masked: readonly string[];
  /** What stands for the first of the fan's names, whether or not it occurs; null where they have none. */
  readonly fan: string | null;
  /** How many different things of each kind were replaced. */
  readonly counts: Readonly<Partial<Record<MaskKind, number>>>;
  /** Puts back what was replaced. Placeholders that were not made here stay as they are. */
  readonly restore: (text: string) => string;
}

/** Finders that need no names, in the order in which they look. */
const finders: readonly (readonly [Exclude<MaskKind, 'name'>, Finder])[] = [
  ['email', findEmails],
  ['handle', findHandles],
  ['wallet', findWallets],
  ['iban', findIbans],
  ['card', findCards],
  ['address', findAddresses],
  ['phone', findPhones],
  ['id', findIds],
];

/**
 * Replaces e-mail addresses, phone and card numbers, IBANs, handles, long ids, wallets, streets and the fan's names by
 * placeholders such as `[PHONE_2]`; the same thing is the same placeholder in all texts. A placeholder that somebody typed
 * is never used, so it comes back as it was typed.
 */
export function maskText(texts: readonly string[], fanNames: readonly string[] = []): Masking {
  const typed = new Set([...texts, ...fanNames].flatMap((text) => text.match(placeholder) ?? []));
  const originals = new Map<string, string>();
  const placeholders = new Map<string, string>();
  const lastNumbers = new Map<MaskKind, number>();
  const counts: Partial<Record<MaskKind, number>> = {};

  const next = (kind: MaskKind): string => {
    const number = (lastNumbers.get(kind) ?? 0) + 1;
    lastNumbers.set(kind, number);
    const made = `[${labels[kind]}_${number}]`;
    return typed.has(made) ? next(kind) : made;
  };
  const standIn = (kind: MaskKind, original: string): string => {
    const known = placeholders.get(`${kind} ${original}`);
    if (known !== undefined) return known;
    const made = next(kind);
    placeholders.set(`${kind} ${original}`, made);
    originals.set(made, original);
    return made;
  };

  const [firstName] = fanNames;
  const fan = firstName === undefined || firstName === '' ? null : standIn('name', firstName);
  const used = new Set<string>();
  const all = [...finders, ['name', nameFinder(fanNames)] as const];
  const masked = texts.map((text) => {
    const pieces = cutUp(text, all, standIn);
    for (const piece of pieces) if (piece.kind !== null) used.add(`${piece.kind} ${piece.text}`);
    return pieces.map((piece) => piece.text).join('');
  });
  for (const key of used) {
    const kind = key.slice(0, key.indexOf(' ')) as MaskKind;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return {
    masked,
    fan,
    counts,
    restore: (text) => text.replace(placeholder, (made) => originals.get(made) ?? made),
  };
}

/** All that can be masked without a fan's names, as it is written in a text. */
export function maskable(text: string): { kind: Exclude<MaskKind, 'name'>; text: string }[] {
  const found: { kind: Exclude<MaskKind, 'name'>; text: string }[] = [];
  cutUp(text, finders, (kind, original) => {
    if (kind !== 'name') found.push({ kind, text: original });
    return '';
  });
  return found;
}

/** A piece of a text: as it is written, or (with a kind) what stands for it. */
interface Piece {
  readonly kind: MaskKind | null;
  readonly text: string;
  /** In a piece as it is written: what finders look at, and how many in a row found nothing. */
  readonly open?: { readonly seen: Readable; readonly passed: number };
}

/** Goes over what is left between placeholders until nothing more is found there. */
function cutUp(
  text: string,
  finders: readonly (readonly [MaskKind, Finder])[],
  standIn: (kind: MaskKind, original: string) => string,
): Piece[] {
  let pieces: Piece[] = [written(text)];
  const isOpen = ({ open }: Piece): boolean => open !== undefined && open.passed < finders.length;
  while (pieces.some(isOpen)) {
    for (const [kind, find] of finders) {
      pieces = pieces.flatMap((piece) =>
        isOpen(piece) ? split(piece, kind, find, standIn) : [piece],
      );
    }
  }
  return pieces;
}

function written(text: string): Piece {
  return { kind: null, text, open: { seen: readable(text), passed: 0 } };
}

function split(
  piece: Piece,
  kind: MaskKind,
  find: Finder,
  standIn: (kind: MaskKind, original: string) => string,
): Piece[] {
  const { text, open } = piece;
  if (!open) return [piece];
  const { seen, passed } = open;
  const spans: Span[] = find(seen.text);
  if (spans.length === 0) return [{ ...piece, open: { seen, passed: passed + 1 } }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const span of spans) {
    const [start, end] = [seen.at(span.start), seen.at(span.end)];
    if (start > from) pieces.push(written(text.slice(from, start)));
    pieces.push({ kind, text: standIn(kind, text.slice(start, end)) });
    from = end;
  }
  if (from < text.length) pieces.push(written(text.slice(from)));
  return pieces;
}
