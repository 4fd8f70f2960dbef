import { displayName, type Fan, safeName } from '#src/features/fans/index.ts';
import { joinRich, sliceRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';

/** What stands for a fact of the fan in a saved reply. */
const known = ['first_name', 'last_name', 'name', 'username'] as const;
type Placeholder = (typeof known)[number];

const pattern = /\{([a-z_]{1,32})\}/gu;

/** The placeholders in a text that nobody can fill, once each. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(pattern)].map(([, name]) => name ?? '');
  return [...new Set(names.filter((name) => !isKnown(name)))];
}

/** Whether there is anything to fill in. */
export function hasPlaceholders(text: string): boolean {
  return [...text.matchAll(pattern)].some(([, name]) => isKnown(name ?? ''));
}

/** Puts the fan's facts in place of the placeholders, with all formatting kept; unknown ones stay as they are written. */
export function fillPlaceholders(rich: RichText, fan: Fan): RichText {
  const pieces: (string | RichText)[] = [];
  let from = 0;
  for (const match of rich.text.matchAll(pattern)) {
    const [whole, name = ''] = match;
    if (!isKnown(name)) continue;
    pieces.push(sliceRich(rich, from, match.index), filled(rich, match.index, valueOf(name, fan)));
    from = match.index + whole.length;
  }
  return joinRich(...pieces, sliceRich(rich, from, rich.text.length));
}

/** The value, formatted as the placeholder's first character is. */
function filled(rich: RichText, at: number, value: string): RichText {
  const [...entities] = sliceRich(rich, at, at + 1).entities ?? [];
  const whole = entities.map((entity) => ({ ...entity, offset: 0, length: value.length }));
  return { text: value, entities: value === '' ? [] : whole };
}

function valueOf(name: Placeholder, fan: Fan): string {
  switch (name) {
    case 'first_name':
      return safeName(fan.firstName) || displayName(fan);
    case 'last_name':
      return safeName(fan.lastName ?? '');
    case 'name':
      return displayName(fan);
    case 'username':
      return fan.username ? `@${safeName(fan.username)}` : displayName(fan);
  }
}

function isKnown(name: string): name is Placeholder {
  return (known as readonly string[]).includes(name);
}
