import { type Attack, type AttackLanguage, attacks } from './attacks.ts';
import { forms } from './forms.ts';

/** One attack in one language and form. */
export interface Injection {
  readonly name: string;
  readonly form: string;
  readonly language: AttackLanguage;
  readonly text: string;
  readonly attack: Attack;
}

/** Every attack in every language and form: 500. */
export const injections: readonly Injection[] = attacks.flatMap((attack) =>
  Object.entries(forms).flatMap(([form, dress]) =>
    Object.entries(attack.asks).map(([language, ask]) => ({
      name: `${attack.wants}, ${form}, ${language}`,
      form,
      language: language as AttackLanguage,
      text: dress(ask),
      attack,
    })),
  ),
);
