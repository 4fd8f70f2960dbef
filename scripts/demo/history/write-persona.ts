import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { addQuestion, setPart, writeEntry } from '#src/features/persona/index.ts';
import type { Tx } from '#src/storage/reader.ts';

/** How the creator sounds. */
const parts = {
  tone: 'Warm and short, with a wink. A person, never a shop.',
  do: 'Say thank you before anything else.\nAsk something back when it is a first message.',
  dont: 'No promises about dates.\nNever ask where a fan lives.',
  language: 'fan',
  emoji: 'few 🌙 💛',
  fact: 'Songs are written at night, at the kitchen table.\nVoice messages are answered in the evening.',
  price: 'Poster, signed: 25 EUR\nWorkshop: 60 EUR\nShirt: 30 EUR',
} as const;

/** What fans ask, and what the creator answers. */
const faq: Readonly<Record<string, string>> = {
  'When is the next concert?':
    'In spring, in eight cities. You hear of the dates here before anybody else.',
  'Where is my parcel?': 'Two weeks are normal. After that tell me, and I ask the shop.',
  'Is the workshop fine for beginners?':
    'Yes. Bring a pen and one thing that annoyed you this week.',
  'Is the sheet music out somewhere?':
    'It comes out in spring, together with the piano version. You hear of it here first.',
};

/** Writes down the creator's persona and what fans ask often. */
export async function writePersona(tx: Tx, author: UserId, services: Services): Promise<void> {
  const by = { author, actor: 'creator' } as const;
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    await setPart(tx, part, parts[part], by, services);
  }
  for (const [question, answer] of Object.entries(faq)) {
    const added = await addQuestion(tx, question, by, services);
    if (added.ok) {
      await writeEntry(tx, { id: added.id, half: 'answer', typed: answer }, by, services);
    }
  }
}
