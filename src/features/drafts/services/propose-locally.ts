import { nearestAnswers } from '#src/features/answers/index.ts';
import { fillPlaceholders } from '#src/features/replies/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { DraftNotice, Proposal } from '../draft.ts';
import type { MemorySource } from '../ports.ts';
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
]);

/**
 * From the creator's own past answers and saved replies, with this fan's name put in. Nothing leaves the box. Past answers
 * are held against what is known, as a model's drafts are; saved replies are meant as they stand.
 */
export async function proposeLocally(
  asked: AskedDraft,
  { memory, notice }: { readonly memory: MemorySource; readonly notice: DraftNotice | null },
  { read, readLong }: Pick<Preparation, 'read' | 'readLong'>,
): Promise<Proposal> {
  const text = asked.texts.join('\n').slice(-mostWords);
  // What was offered before comes first again.
  const limit = asked.offered.length + 2 * mostChoices;
  const answers = await readLong(nearestAnswers, { text, limit });
  const own = await read((reader) => readOwn(reader, asked, memory));
  const known = {
    language: null,
    lengths: null,
    texts: ownTexts(own),
    fanNames: namesOf(asked.fan),
    otherNames: [],
    fanTexts: fanTexts(own),
    exampleTexts: answers,
    secrets: [],
    romance: true,
    possibleMinor: false,
  };
  const isTrue = (reply: string) =>
    checkDraft({ text: reply, language: null }, known).every(({ kind }) => !untrue.has(kind));
  return {
    source: 'local',
    language: answers[0]?.language ?? null,
    choices: answers
      .map(({ replyText, kind, id }) => ({
        text: fillPlaceholders({ text: replyText }, asked.fan).text,
        origin: kind,
        ref: id,
      }))
      .filter(({ text: reply, origin }) => origin === 'saved-reply' || isTrue(reply)),
    notice,
    receipt: null,
  };
}
