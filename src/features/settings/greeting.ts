import { refuse, type Result } from '#src/core/result.ts';
import type { RichText } from '#src/telegram/say.ts';

/** Stands for the fan's first name in a greeting. */
export const namePlaceholder = '{first_name}';

/** Room for the greeting in a message of 4096, so that the privacy line fits below it. */
export const maxGreeting = 3500;

/** The longest first name that is shown, in UTF-16 units (Telegram's own limit is 64 characters). */
const longestName = 64;

/** Entity types that Telegram finds again by itself, or that mean nothing in a greeting. */
const autoEntities: ReadonlySet<string> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

/** Checks a greeting that the creator wrote, with room for the longest name in each placeholder. */
export function checkGreeting(
  written: RichText,
): Result<{ readonly greeting: RichText }, 'empty' | 'too-long'> {
  if (written.text.trim() === '') return refuse('empty');
  const placeholders = written.text.split(namePlaceholder).length - 1;
  if (written.text.length + placeholders * longestName > maxGreeting) return refuse('too-long');
  const entities = (written.entities ?? []).filter((entity) => !autoEntities.has(entity.type));
  return { ok: true, greeting: { text: written.text, entities } };
}

/** Puts the fan's name where the placeholder stands and moves the formatting along. */
export function fillGreeting(greeting: RichText, firstName: string): RichText {
  const name = cutName(firstName);
  const starts = placesOfPlaceholder(greeting.text);
  const grown = name.length - namePlaceholder.length;
  // Where an offset of the written text lies in the filled one; inside a placeholder: at the end of it that is asked for.
  const moved = (offset: number, edge: 'start' | 'end') =>
    starts.reduce((at, start) => {
      if (offset >= start + namePlaceholder.length) return at + grown;
      if (offset <= start) return at;
      return at + start + (edge === 'end' ? name.length : 0) - offset;
    }, offset);
  const entities = (greeting.entities ?? [])
    .map((entity) => {
      const offset = moved(entity.offset, 'start');
      return { ...entity, offset, length: moved(entity.offset + entity.length, 'end') - offset };
    })
    .filter((entity) => entity.length > 0);
  return { text: greeting.text.split(namePlaceholder).join(name), entities };
}

function placesOfPlaceholder(text: string): number[] {
  const starts: number[] = [];
  for (
    let at = text.indexOf(namePlaceholder);
    at >= 0;
    at = text.indexOf(namePlaceholder, at + namePlaceholder.length)
  ) {
    starts.push(at);
  }
  return starts;
}

/** The name within its limit, no character cut in half. */
function cutName(firstName: string): string {
  let name = '';
  for (const character of firstName) {
    if (name.length + character.length > longestName) break;
    name += character;
  }
  return name;
}
