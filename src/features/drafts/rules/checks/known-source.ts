import { plainText } from '../plain-text.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { findContacts } from './find-contacts.ts';
import { findCodes } from './find-form-faults.ts';
import { findLinks } from './find-links.ts';
import { findTimes } from './find-times.ts';

/** What texts of the creator's hold that a draft may name. */
export interface KnownSource {
  readonly text: string;
  readonly plain: string;
  /** Words of the plain text. */
  readonly words: ReadonlySet<string>;
  /** Links, and their hosts by themselves. */
  readonly links: readonly string[];
  readonly contacts: readonly string[];
  readonly codes: readonly string[];
  readonly amounts: readonly Amount[];
  readonly numbers: ReadonlySet<string>;
  /** What the named times mean. */
  readonly times: ReadonlySet<string>;
}

/** Several drafts are held against the same texts, and to read them takes longer than to check one. */
const read = new WeakMap<readonly string[], KnownSource>();

/** Reads the creator's texts; once for each array. */
export function knownSource(texts: readonly string[]): KnownSource {
  const known = read.get(texts) ?? readSource(texts.join('\n'));
  read.set(texts, known);
  return known;
}

function readSource(text: string): KnownSource {
  const plain = plainText(text);
  return {
    text,
    plain,
    words: new Set(plain.match(/[\p{L}\p{N}_']+/gu)),
    links: findLinks(text).flatMap((link) => [link, link.split(/[/?#]/u)[0] ?? link]),
    contacts: findContacts(text),
    codes: findCodes(text),
    amounts: findAmounts(text),
    numbers: new Set(text.match(/\d+/gu)),
    times: new Set(findTimes(text).flatMap(({ means }) => means)),
  };
}
