import { type NearAnswer, nearestAnswers } from '#src/features/answers/index.ts';
import type { Fan } from '#src/features/fans/index.ts';
import { faqAsked } from '#src/features/persona/index.ts';
import { fillPlaceholders } from '#src/features/replies/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { DraftNotice, ProposedChoice, Proposal } from '../draft.ts';
import type { MemorySource } from '../ports.ts';
import { languagesOf } from '../queries/languages-of.ts';
import { checkDraft } from '../rules/check-draft.ts';
import type { ProblemKind } from '../rules/checks/problem.ts';
import { mostChoices } from '../rules/fit-choices.ts';
import type { AskedDraft } from './asked-draft.ts';
import { fanTexts, namesOf, ownTexts, readOwn } from './read-own.ts';

/** Words of the fan's that past answers are looked up by: the newest of them. */
const mostWords = 2_000;

/** What was true for one fan or day, and is not known to be true now. How somebody wrote is their own affair. */
const untrue: ReadonlySet<ProblemKind> = new Set([
  'link',
  'contact',
  'amount',
  'time',
  'promise',
  'code',
  'other-name',
  'example',
  'placeholder',
  // Only looked for where the fan may be a minor.
  'romance',
]);

/**
 * From the creator's FAQ, their own past answers and saved replies, with this fan's name put in. Nothing leaves the box. Past
 * answers are held against what is known, as a model's drafts are; FAQ and saved replies are meant as they stand.
 */
export async function proposeLocally(
  asked: AskedDraft,
  { memory, notice }: { readonly memory: MemorySource; readonly notice: DraftNotice | null },
  preparation: Pick<Preparation, 'read' | 'readLong'>,
): Promise<Proposal> {
  const texts = lookedUp(asked.texts);
  // What was offered before comes first again.
  const limit = asked.offered.length + 2 * mostChoices;
  const answers = await firstFound(texts, limit, preparation);
  const own = await preparation.read((reader) => readOwn(reader, asked, memory));
  const possibleMinor = asked.atHand.includes('possible-minor');
  const known = {
    language: null,
    lengths: null,
    texts: ownTexts(own),
    fanNames: namesOf(asked.fan),
    otherNames: [],
    fanTexts: fanTexts(own),
    exampleTexts: answers,
    secrets: [],
    romance: !possibleMinor,
    possibleMinor,
  };
  const isTrue = (reply: string) =>
    checkDraft({ text: reply, language: null }, known).every(({ kind }) => !untrue.has(kind));
  const before = answers
    .map(({ replyText, kind, id }) => ({
      text: fillPlaceholders({ text: replyText }, asked.fan).text,
      origin: kind,
      ref: id,
    }))
    .filter(({ text, origin }) => origin === 'saved-reply' || isTrue(text));
  return {
    source: 'local',
    language: answers[0]?.language ?? null,
    choices: [...(await fromFaq(texts, asked.fan, preparation)), ...before],
    notice,
    receipt: null,
  };
}

/** What is looked up, until something is found: the newest message, then all that nobody answered as one. */
function lookedUp(texts: readonly string[]): string[] {
  const newest = texts.at(-1) ?? '';
  const all = texts.join('\n');
  return [...new Set([newest, all])].map((text) => text.slice(-mostWords));
}

async function firstFound(
  texts: readonly string[],
  limit: number,
  { readLong }: Pick<Preparation, 'readLong'>,
): Promise<NearAnswer[]> {
  for (const text of texts) {
    const found = await readLong(nearestAnswers, { text, limit });
    if (found.length > 0) return found;
  }
  return [];
}

/** What the creator wrote down as the answer to this very question, unless it is surely in another language than the fan's. */
async function fromFaq(
  texts: readonly string[],
  fan: Fan,
  { read, readLong }: Pick<Preparation, 'read' | 'readLong'>,
): Promise<ProposedChoice[]> {
  const entries = await read((reader) => faqAsked(reader, texts, mostChoices));
  if (entries.length === 0) return [];
  const [wanted, ...languages] = await readLong(languagesOf, {
    texts: [texts.at(-1) ?? '', ...entries.map(({ answer }) => answer)],
  });
  return entries.flatMap(({ answer, id }, index) => {
    const language = languages[index];
    const other = wanted && language && wanted !== language;
    const { text } = fillPlaceholders({ text: answer }, fan);
    return other ? [] : [{ text, origin: 'faq' as const, ref: id }];
  });
}
