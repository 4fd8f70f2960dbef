import type { Persona, PersonaLine, PersonaPart } from '../persona.ts';
import { readEmoji } from './emoji-use.ts';
import { ofFan } from './language-tags.ts';
import { readPrice } from './price.ts';

/** The persona that these lines tell. A line that cannot be read any more is left out. */
export function personaFrom(lines: readonly Pick<PersonaLine, 'part' | 'text'>[]): Persona {
  const of = (part: PersonaPart) =>
    lines.filter((line) => line.part === part).map(({ text }) => text);
  const languages = of('language');
  const emoji = readEmoji(of('emoji')[0] ?? '');
  return {
    tone: of('tone')[0] ?? null,
    dos: of('do'),
    donts: of('dont'),
    languages: languages.length === 0 || languages.includes(ofFan) ? 'fan' : languages,
    emoji: emoji.ok ? emoji.use : null,
    facts: of('fact'),
    prices: of('price').flatMap((line) => {
      const read = readPrice(line);
      return read.ok ? [read.price] : [];
    }),
  };
}
