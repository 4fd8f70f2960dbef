import type { OwnKeyId } from '../own-key.ts';
import type { KnownChoice } from './known-hosts.ts';

/** What a button asks for that is about one key. */
export type KeyVerb = 'test' | 'model' | 'key' | 'cancel' | 'remove' | 'delete';

/** What a button of this feature asks for. */
export type OwnKeyTap =
  | { readonly do: 'open' | 'new' }
  | { readonly do: 'begin'; readonly choice: KnownChoice | 'other' }
  | { readonly do: KeyVerb; readonly id: OwnKeyId };

/** Lead back to the settings, and on to their question whether drafts may go there; the settings answer both. */
export const ownKeyBack = 'ow:back';
export const ownKeyAgree = 'ow:agree';

/** Whether this tap leads away from a question of the bot's to another place of the settings. */
export function leavesQuestion(data: string): boolean {
  const places = [tapData({ do: 'open' }), tapData({ do: 'new' }), ownKeyBack, ownKeyAgree];
  return places.includes(data);
}

const verbs: readonly KeyVerb[] = ['test', 'model', 'key', 'cancel', 'remove', 'delete'];
const choices: readonly (KnownChoice | 'other')[] = ['groq', 'xai', 'other'];

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: OwnKeyTap): string {
  switch (tap.do) {
    case 'open':
    case 'new':
      return `ow:${tap.do}`;
    case 'begin':
      return `ow:${tap.choice}`;
    default:
      return `ow:${tap.do}:${tap.id}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): OwnKeyTap | null {
  if (data === 'ow:open') return { do: 'open' };
  if (data === 'ow:new') return { do: 'new' };
  const choice = choices.find((known) => data === `ow:${known}`);
  if (choice) return { do: 'begin', choice };
  const [, word, id] = /^ow:([a-z]{1,8}):([1-9]\d{0,9})$/u.exec(data) ?? [];
  const verb = verbs.find((known) => known === word);
  return verb ? { do: verb, id: Number(id) as OwnKeyId } : null;
}
