import type { Translate } from '#src/core/texts.ts';
import { stages } from '#src/features/activity/index.ts';
import { safeLine } from '#src/features/fans/index.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { examples } from './condition-words.ts';
import { limits } from './filter.ts';
import type { TextProblem } from './text-problem.ts';

/** What is shown of a typed filter around the place that is wrong, in UTF-16 units on each side. */
const shown = 60;

/** Words for what is counted two ways: messages from a fan, and to them. */
const messageWords = new Set([
  'message',
  'messages',
  'msg',
  'msgs',
  'nachrichten',
  'mensajes',
  'сообщения',
]);

/** What is wrong with a typed filter, where, and how it may be meant. */
export function problemWords(problem: TextProblem, typed: string, t: Translate): RichText {
  const { at, end } = problem;
  const before = safeLine(typed.slice(Math.max(0, at - shown), at));
  const wrong = safeLine(typed.slice(at, Math.min(end, at + shown)));
  const place = joinRich(
    at > shown ? '… ' : '',
    before === '' ? '' : `${before} `,
    underlined(wrong),
  );
  const sentence = sentenceOf(problem, t);
  const whole = problem.problem === 'too-many' || problem.problem === 'too-deep' || wrong === '';
  return joinRich(sentence, ...(whole ? [] : ['\n', place]), `\n\n${t('segments-help-hint')}`);
}

function sentenceOf(problem: TextProblem, t: Translate): string {
  switch (problem.problem) {
    case 'unknown-word': {
      const word = shortWord(problem.word);
      if (word === '') return t('segments-bad-empty');
      const said = t('segments-unknown-word', { word });
      if (problem.meant === null && messageWords.has(word.toLowerCase())) {
        const { in: from, out } = examples;
        return `${said} ${t('segments-meant-messages', { in: from, out })}`;
      }
      return withMeant(said, problem.meant, t);
    }
    case 'no-tag':
      return withMeant(t('segments-no-tag', { word: shortWord(problem.word) }), problem.meant, t);
    case 'no-field':
      return withMeant(t('segments-no-field', { word: shortWord(problem.word) }), problem.meant, t);
    case 'bad-value':
      if (problem.key === 'stage') {
        return t('segments-bad-stage', {
          stages: stages.map((name) => `stage:${name}`).join(', '),
        });
      }
      return t('segments-bad-value', { word: problem.key, example: problem.example });
    case 'empty':
      return t('segments-bad-empty');
    case 'unclosed-quote':
      return t('segments-bad-quote');
    case 'unclosed-bracket':
    case 'stray-bracket':
      return t('segments-bad-bracket');
    case 'nothing-follows':
      return t('segments-bad-end');
    case 'too-deep':
      return t('segments-too-deep');
    case 'too-many':
      return t('segments-too-many', { most: limits.conditions });
  }
}

/** A typed word; of a very long one the beginning. */
function shortWord(word: string): string {
  return word.length > shown ? `${safeLine(word.slice(0, shown))}…` : safeLine(word);
}

function withMeant(said: string, meant: string | null, t: Translate): string {
  return meant === null ? said : `${said} ${t('segments-meant', { word: safeLine(meant) })}`;
}

function underlined(text: string): RichText {
  return text === ''
    ? { text }
    : { text, entities: [{ type: 'underline', offset: 0, length: text.length }] };
}
