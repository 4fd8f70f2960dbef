import type { QuestionId } from '#src/features/settings/rules.ts';
import { deskQuestion } from '#src/features/settings/telegram/questions/desk.ts';
import { draftsQuestion } from '#src/features/settings/telegram/questions/drafts.ts';
import { greetingQuestion } from '#src/features/settings/telegram/questions/greeting.ts';
import { languageQuestion } from '#src/features/settings/telegram/questions/language.ts';
import type { Question } from '#src/features/settings/telegram/questions/question.ts';
import { zoneQuestion } from '#src/features/settings/telegram/questions/zone.ts';

/** Every question by its id. */
export const questions: Readonly<Record<QuestionId, Question>> = {
  greeting: greetingQuestion,
  language: languageQuestion,
  zone: zoneQuestion,
  desk: deskQuestion,
  drafts: draftsQuestion,
};
