import type { Translate } from '#src/core/texts.ts';
import type { HabitName, PersonaPart } from '../persona.ts';
import { emojiLine } from './emoji-use.ts';
import type { Habits } from './habits.ts';

/** A line of the persona that tells a habit. */
export interface HabitLine {
  readonly part: PersonaPart;
  readonly text: string;
  /** Null: it is the whole of its part. */
  readonly habit: HabitName | null;
}

/** Replies that are needed before anything is said of how somebody writes. */
export const leastReplies = 20;

/** What habits are as lines of a persona, in the language of `t`; none for fewer than 20 replies. */
export function habitLines(habits: Habits, t: Translate): HabitLine[] {
  if (habits.replies < leastReplies) return [];
  const { languages, greetings, signOffs, length } = habits;
  const lines: (HabitLine | false)[] = [
    languages.length > 0 && { part: 'language', text: languages.join(', '), habit: null },
    { part: 'emoji', text: emojiLine(habits.emoji), habit: null },
    { part: 'do', text: lengthText(length, t), habit: 'length' },
    greetings.length > 0 && {
      part: 'do',
      text: t('persona-habit-greeting', { words: quoted(greetings) }),
      habit: 'greeting',
    },
    signOffs.length > 0 && {
      part: 'do',
      text: t('persona-habit-sign-off', { words: quoted(signOffs) }),
      habit: 'sign-off',
    },
    habits.smallLetters && { part: 'do', text: t('persona-habit-case'), habit: 'case' },
    habits.noFullStop && { part: 'do', text: t('persona-habit-full-stop'), habit: 'full-stop' },
    habits.exclamation === 'often' && {
      part: 'do',
      text: t('persona-habit-exclamation'),
      habit: 'exclamation',
    },
    habits.exclamation === 'hardly' && {
      part: 'dont',
      text: t('persona-habit-no-exclamation'),
      habit: 'exclamation',
    },
  ];
  return lines.filter((line) => line !== false);
}

function lengthText({ unit, from, to }: Habits['length'], t: Translate): string {
  return unit === 'words'
    ? t('persona-habit-words', { from, to })
    : t('persona-habit-characters', { from, to });
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
