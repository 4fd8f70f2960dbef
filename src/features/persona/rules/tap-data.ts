import type {
  EmojiHabit,
  FaqEntryId,
  PersonaLineId,
  PersonaPart,
  ProposalId,
  ProposedLineId,
} from '../persona.ts';

const plain = ['card', 'fan-language', 'setup', 'faq-new', 'wipe-ask', 'learn'] as const;
const ofPart = ['part', 'set', 'add', 'skip'] as const;
const ofEntry = ['entry', 'question', 'answer', 'ask-gone', 'gone'] as const;

/** What a button of the persona asks for. */
export type PersonaTap =
  | { readonly do: (typeof plain)[number] }
  /** See a part, write it anew, add to it; skip it in the guided setup. */
  | { readonly do: (typeof ofPart)[number]; readonly part: PersonaPart }
  | { readonly do: 'emoji'; readonly habit: EmojiHabit }
  | { readonly do: 'line-gone'; readonly id: PersonaLineId }
  | { readonly do: 'faq'; readonly page: number }
  /** See an entry, change a half of it, delete it after a question. */
  | { readonly do: (typeof ofEntry)[number]; readonly id: FaqEntryId }
  /** Delete everything: the second question, and the deed. `version` is that of what was shown. */
  | { readonly do: 'wipe-again' | 'wipe'; readonly version: number }
  | { readonly do: 'take' | 'leave'; readonly id: ProposedLineId }
  | { readonly do: 'take-all'; readonly id: ProposalId };

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: PersonaTap): string {
  if ('part' in tap) return `pe:${tap.do}:${tap.part}`;
  if ('habit' in tap) return `pe:${tap.do}:${tap.habit}`;
  if ('page' in tap) return `pe:${tap.do}:${tap.page}`;
  if ('version' in tap) return `pe:${tap.do}:${tap.version}`;
  if ('id' in tap) return `pe:${tap.do}:${tap.id}`;
  return `pe:${tap.do}`;
}

const withPart = new RegExp(
  `^pe:(${ofPart.join('|')}):(tone|do|dont|language|emoji|fact|price)$`,
  'u',
);
const withNumber =
  /^pe:(line-gone|faq|entry|question|answer|ask-gone|gone|wipe-again|wipe|take|leave|take-all):(\d{1,15})$/u;

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): PersonaTap | null {
  const simple = plain.find((what) => data === `pe:${what}`);
  if (simple) return { do: simple };
  const habit = /^pe:emoji:(none|few|many)$/u.exec(data);
  if (habit) return { do: 'emoji', habit: habit[1] as EmojiHabit };
  const parted = withPart.exec(data);
  if (parted) {
    return { do: parted[1] as (typeof ofPart)[number], part: parted[2] as PersonaPart };
  }
  const numbered = withNumber.exec(data);
  return numbered ? fromNumber(numbered[1] as NumberedTap, Number(numbered[2])) : null;
}

type NumberedTap = Extract<
  PersonaTap,
  { id: number } | { page: number } | { version: number }
>['do'];

function fromNumber(what: NumberedTap, number: number): PersonaTap {
  switch (what) {
    case 'faq':
      return { do: what, page: number };
    case 'wipe-again':
    case 'wipe':
      return { do: what, version: number };
    case 'line-gone':
      return { do: what, id: number as PersonaLineId };
    case 'take':
    case 'leave':
      return { do: what, id: number as ProposedLineId };
    case 'take-all':
      return { do: what, id: number as ProposalId };
    default:
      return { do: what, id: number as FaqEntryId };
  }
}
