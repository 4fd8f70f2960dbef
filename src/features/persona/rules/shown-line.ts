import type { Translate } from '#src/core/texts.ts';
import type { PersonaPart } from '../persona.ts';
import { readEmoji } from './emoji-use.ts';
import { languageName, ofFan } from './language-tags.ts';
import { habitKeys } from './part-keys.ts';

/** How a stored line is shown; several languages may stand in one line with commas. `language`: the creator's. */
export function shownLine(part: PersonaPart, text: string, language: string, t: Translate): string {
  switch (part) {
    case 'language':
      return text
        .split(', ')
        .map((tag) => (tag === ofFan ? t('persona-fan-language') : languageName(tag, language)))
        .join(', ');
    case 'emoji': {
      const read = readEmoji(text);
      return read.ok ? [t(habitKeys[read.use.habit]), ...read.use.favourites].join(' ') : text;
    }
    case 'price':
      return text.replace(/ XTR$/u, ' ⭐');
    case 'tone':
    case 'do':
    case 'dont':
    case 'fact':
      return text;
  }
}
