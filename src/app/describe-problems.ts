import type { SettingProblem } from './settings-schema.ts';

/** Wrong settings for a person to read: one line each, with an example of a right value and never the value given. */
export function describeProblems(problems: readonly SettingProblem[]): string[] {
  const count = problems.length === 1 ? '1 setting is' : `${problems.length} settings are`;
  return [
    `Fanline cannot start: ${count} wrong.`,
    ...problems.map(
      ({ setting, problem, example }) => `  ${setting} ${problem}. Example: ${example}`,
    ),
  ];
}
