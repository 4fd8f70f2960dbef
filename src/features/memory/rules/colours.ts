/** The colours that a tag can have. */
export const colours = [
  '🔴',
  '🟠',
  '🟡',
  '🟢',
  '🔵',
  '🟣',
  '🟤',
  '⚫',
  '⚪',
  '⭐',
  '❤️',
  '💎',
] as const;

/** The tag as people see it. */
export function tagLabel(tag: { emoji: string | null; name: string }): string {
  return `${tag.emoji ?? '🏷'} ${tag.name}`;
}
