export type { ExampleAnswer, NearAnswer } from './past-answer.ts';
export { examplesFor } from './queries/examples-for.ts';
export { nearestAnswers } from './queries/nearest-answers.ts';
export { answersReader } from './services/answers-reader.ts';
export type { PastAnswerPartTable, PastAnswerStaleTable, PastAnswerTable } from './tables.ts';
