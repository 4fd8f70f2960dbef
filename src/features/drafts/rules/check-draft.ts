import { findAmounts, sameAmount } from './checks/find-amounts.ts';
import { findContacts } from './checks/find-contacts.ts';
import { findCodes, findFormFaults, isStandIn } from './checks/find-form-faults.ts';
import { findLinks } from './checks/find-links.ts';
import { findNames } from './checks/find-names.ts';
import { findIdentity, findPromises, findRomance } from './checks/find-phrases.ts';
import { findOthersWords } from './checks/find-others-words.ts';
import { findRuleWords } from './checks/find-rule-words.ts';
import { findTimes } from './checks/find-times.ts';
import { isEcho } from './checks/is-echo.ts';
import { type KnownSource, knownSource } from './checks/known-source.ts';
import { type Problem, problem } from './checks/problem.ts';
import { isWrongLanguage } from './checks/wrong-language.ts';
import { plainText } from './plain-text.ts';
import type { ExamplePart } from './prompt-parts.ts';

/** A draft as a person would send it: placeholders are put back. */
export interface CheckedDraft {
  readonly text: string;
  /** What `languageOf` says; null where it cannot tell. */
  readonly language: string | null;
}

/** What a draft is held against. */
export interface Known {
  /** The wanted language's tag; null: any. */
  readonly language: string | null;
  /** The 10th and 90th percentile of the creator's replies, in UTF-16 units; null: not known. */
  readonly lengths: { readonly p10: number; readonly p90: number } | null;
  /**
   * Where prices, links, times, promises and contacts may come from: what the creator's persona gives for it (`personaSource`), the
   * FAQ, and the creator's own messages in this thread. Nothing that the fan wrote, nothing from examples, no facts.
   */
  readonly texts: readonly string[];
  /** Names and handles of this fan, which may be used. */
  readonly fanNames: readonly string[];
  /** Names of other fans that may have come near, above all those of the examples. */
  readonly otherNames: readonly string[];
  /** What this fan wrote lately, which a draft must not only repeat. */
  readonly fanTexts?: readonly string[];
  /** What other fans wrote and were answered, as far as a draft could be made of it; their names and words must not come back. */
  readonly exampleTexts?: readonly ExamplePart[];
  /** Texts that never leave, such as the delimiter of the prompt. */
  readonly secrets: readonly string[];
  /** Whether the creator allows romance. */
  readonly romance: boolean;
  /** Whether the fan may be a minor (`careOf`): then there is no romance at all. */
  readonly possibleMinor: boolean;
}

/** Longest message on Telegram, in UTF-16 units after entities (Bot API, sendMessage). */
const telegramLimit = 4_096;

/** Longest draft where the creator's lengths are not known. */
const longestUnknown = 800;

/** What is wrong with a draft; nothing, when it may be shown. Each kind may come more than once. */
export function checkDraft(draft: CheckedDraft, known: Known): Problem[] {
  const { text } = draft;
  if (plainText(text) === '') return [problem('empty')];
  const source = knownSource(known.texts);
  return [
    ...languageProblems(draft, known),
    ...lengthProblems(text, known.lengths),
    ...findFormFaults(text).filter(
      ({ kind, found }) =>
        kind !== 'placeholder' || isStandIn(found) || !source.text.includes(found),
    ),
    ...unknown('link', findLinks(text), source.links),
    ...unknown('contact', findContacts(text), [
      ...source.contacts,
      ...known.fanNames.map((name) => plainText(name).replace(/^@/u, '')),
    ]),
    ...unknown('code', findCodes(text), source.codes),
    ...amountProblems(text, source),
    ...timeProblems(text, source),
    ...findPromises(text, source.plain, source.times).map((found) => problem('promise', found)),
    ...nameProblems(text, known, source),
    ...questionProblems(text),
    ...findIdentity(text).map((found) => problem('identity', found)),
    ...(known.possibleMinor || !known.romance ? findRomance(text, known.possibleMinor) : []).map(
      (found) => problem('romance', found),
    ),
    ...(isEcho(text, known.fanTexts ?? [], source.plain) ? [problem('echo')] : []),
    ...findOthersWords(text, known.exampleTexts ?? [], [
      ...known.texts,
      ...(known.fanTexts ?? []),
      ...known.fanNames,
    ]).map((found) => problem('example', found)),
    ...known.secrets
      .filter((secret) => secret !== '' && plainText(text).includes(plainText(secret)))
      .map(() => problem('secret')),
    ...findRuleWords(text).map((found) => problem('secret', found)),
  ];
}

function unknown(
  kind: 'link' | 'contact' | 'code',
  found: readonly string[],
  known: readonly string[],
): Problem[] {
  const allowed = new Set(known);
  return found.filter((it) => !allowed.has(it)).map((it) => problem(kind, it));
}

function languageProblems({ text, language }: CheckedDraft, known: Known): Problem[] {
  if (known.language === null || !isWrongLanguage(text, language, known.language)) return [];
  return [problem('language', language ?? '')];
}

/** Lengths may go past the creator's usual ones by half, and by a few words. */
function lengthProblems(text: string, lengths: Known['lengths']): Problem[] {
  const most = lengths === null ? longestUnknown : Math.max(lengths.p90 * 1.5, lengths.p90 + 60);
  const fewest = lengths === null ? 1 : lengths.p10 * 0.5;
  return [
    ...(text.length > telegramLimit ? [problem('telegram-limit')] : []),
    ...(text.length > most ? [problem('too-long')] : []),
    ...(text.length < fewest ? [problem('too-short')] : []),
  ];
}

/** Sums that are not known. All of it (100 %) is a way of speaking. */
function amountProblems(text: string, source: KnownSource): Problem[] {
  return findAmounts(text)
    .filter(({ value, currency }) => !(value === 100 && currency === '%'))
    .filter((amount) => !source.amounts.some((other) => sameAmount(amount, other)))
    .filter(({ value, currency }) => currency !== null || !source.numbers.has(String(value)))
    .map(({ written }) => problem('amount', written));
}

function timeProblems(text: string, source: KnownSource): Problem[] {
  return findTimes(text)
    .filter(({ means }) => !means.some((meant) => source.times.has(meant)))
    .map(({ written }) => problem('time', written));
}

/** Other fans' names, unless this fan or the creator's own texts have them, too. */
function nameProblems(text: string, known: Known, source: KnownSource): Problem[] {
  const own = new Set(known.fanNames.flatMap((name) => plainText(name).split(' ')));
  return findNames(text, known.otherNames)
    .filter((name) => !own.has(name) && !source.words.has(name))
    .map((name) => problem('other-name', name));
}

/** One question is enough; several marks in a row are one. */
function questionProblems(text: string): Problem[] {
  const questions = text.match(/[?？؟](?:[!?？؟\s]*[?？؟])*/gu) ?? [];
  return questions.length > 1 ? [problem('questions')] : [];
}
