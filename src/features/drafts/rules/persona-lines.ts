import { type Persona, priceLine } from '#src/features/persona/index.ts';

const emojiHabits = {
  none: 'Emoji: none.',
  few: 'Emoji: a few.',
  many: 'Emoji: many.',
} as const;

/** The creator's persona as lines of a prompt. What of it a draft may name: `personaSource`. */
export function personaLines(persona: Persona): string[] {
  const { tone, dos, donts, languages, emoji, facts, prices } = persona;
  return [
    ...(tone === null ? [] : [`Tone: ${tone}`]),
    ...dos.map((line) => `Do: ${line}`),
    ...donts.map((line) => `Do not: ${line}`),
    ...(languages === 'fan' ? [] : [`Languages: ${languages.join(', ')}`]),
    ...(emoji === null ? [] : [[emojiHabits[emoji.habit], ...emoji.favourites].join(' ')]),
    ...facts.map((line) => `True: ${line}`),
    ...prices.map((price) => `Price: ${priceLine(price)}`),
  ];
}
