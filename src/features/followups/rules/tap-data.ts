import { newChoices, laterChoices, type TimeChoice } from './choices.ts';

/** What a button of follow-ups asks for. `id` is a fan's for `new`, `at`, `who`; else a follow-up's. */
export type FollowupTap =
  | { readonly do: 'list'; readonly page: number }
  | {
      readonly do: 'new' | 'who' | 'other' | 'open' | 'done' | 'snooze' | 'when' | 'text' | 'drop';
      readonly id: number;
    }
  | { readonly do: 'at' | 'later'; readonly id: number; readonly choice: TimeChoice }
  | { readonly do: 'quiet'; readonly edge: 'from' | 'to' | 'show'; readonly by: number };

const one = /^fu:(new|who|other|open|done|snooze|when|text|drop):(\d{1,15})$/;
const timed = /^fu:(at|later):(\d{1,15}):([a-z0-9]{1,10})$/;
const list = /^fu:list:(\d{1,6})$/;
const quiet = /^fu:quiet:(from|to|show):([01])$/;

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: FollowupTap): string {
  switch (tap.do) {
    case 'list':
      return `fu:list:${tap.page}`;
    case 'at':
    case 'later':
      return `fu:${tap.do}:${tap.id}:${tap.choice}`;
    case 'quiet':
      return `fu:quiet:${tap.edge}:${tap.by > 0 ? 1 : 0}`;
    default:
      return `fu:${tap.do}:${tap.id}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): FollowupTap | null {
  const single = one.exec(data);
  if (single) {
    type Single = Extract<FollowupTap, { do: 'new' }>['do'];
    return { do: single[1] as Single, id: Number(single[2]) };
  }
  const listed = list.exec(data);
  if (listed) return { do: 'list', page: Number(listed[1]) };
  const moved = quiet.exec(data);
  if (moved) {
    const edge = moved[1] as 'from' | 'to' | 'show';
    return { do: 'quiet', edge, by: moved[2] === '1' ? 1 : -1 };
  }
  const at = timed.exec(data);
  const choice = [...newChoices, ...laterChoices].find((known) => known === at?.[3]);
  return at && choice ? { do: at[1] as 'at' | 'later', id: Number(at[2]), choice } : null;
}
