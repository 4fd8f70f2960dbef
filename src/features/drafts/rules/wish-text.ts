import type { ProblemKind } from './checks/problem.ts';
import type { DraftWish } from './prompt-parts.ts';

const changes = {
  another: 'Say something else than the drafts in "before".',
  shorter: 'Shorter than the drafts in "before", with the same meaning.',
  warmer: 'Warmer and more personal than the drafts in "before", with the same meaning.',
} as const;

const faults: Readonly<Record<ProblemKind, string>> = {
  empty: 'no text',
  language: 'another language',
  'too-long': 'too long',
  'too-short': 'too short',
  'telegram-limit': 'too long',
  link: 'links that are not known',
  contact: 'handles or numbers that are not known',
  amount: 'prices that are not known',
  time: 'dates or times that are not known',
  promise: 'promises or offers that are not known',
  code: 'codes that are not known',
  'other-name': 'the name of somebody else',
  questions: 'more than one question',
  identity: 'saying what you are',
  romance: 'romance',
  placeholder: 'placeholders that do not exist',
  markup: 'markup',
  secret: 'parts of the prompt',
  echo: "only the fan's own words",
  example: 'names or words out of the examples',
};

/** What is wanted of this answer, below the data. */
export function wishText(wish: DraftWish): string {
  const { language, today, change, problems, lengths, romance, adult } = wish;
  const wrong = [...new Set(problems.map((kind) => faults[kind]))];
  return [
    `Today is ${today}.`,
    language === null
      ? "Write in the language of the fan's last message."
      : `Write in this language: ${language}.`,
    lengths === null ? '' : `Between ${lengths.from} and ${lengths.to} characters each.`,
    romance ? '' : 'Friendly, nothing romantic or sexual.',
    adult
      ? 'The creator knows that the fan is an adult: name "minor" in "risk" only if the last message says otherwise.'
      : '',
    change === null ? '' : changes[change],
    wrong.length === 0
      ? ''
      : `The drafts in "before" could not be used because of: ${wrong.join(', ')}.`,
    'Answer with the JSON object only.',
  ]
    .filter((line) => line !== '')
    .join(' ');
}
