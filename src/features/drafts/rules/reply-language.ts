import type { Persona } from '#src/features/persona/index.ts';

/**
 * The language that a reply is to be in: the fan's, or where the creator chose some, the fan's among them, else the first.
 * Null: that of the fan's last message, which could not be told.
 */
export function replyLanguage(
  { languages }: Pick<Persona, 'languages'>,
  fans: string | null,
): string | null {
  if (languages === 'fan') return fans;
  const chosen = languages.map((tag) => tag.split('-')[0] ?? tag);
  if (fans !== null && chosen.includes(fans)) return fans;
  return chosen[0] ?? fans;
}
