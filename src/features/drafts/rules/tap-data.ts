import type { DraftId, MessageId, ThreadId } from '#src/core/ids.ts';
import type { DraftChange } from '../draft.ts';

/**
 * What a button of drafts asks for. `known` is the newest message of the fan's that the person who taps was shown, `changed`
 * the newest change of one (see `Seen`); `round` says which choices they saw.
 */
export type DraftTap =
  /** Written by `draftTap` of threads. */
  | { readonly do: 'ask'; readonly threadId: ThreadId }
  | {
      readonly do: 'send' | 'edit';
      readonly id: DraftId;
      readonly place: number;
      readonly known: MessageId;
      readonly changed: number;
    }
  | {
      readonly do: 'back';
      readonly id: DraftId;
      readonly known: MessageId;
      readonly changed: number;
    }
  | { readonly do: DraftChange; readonly id: DraftId; readonly round: number }
  | {
      readonly do: 'renew' | 'dismiss' | 'pause' | 'resume' | 'receipt';
      readonly id: DraftId;
    }
  /** On a card: none comes by itself for its fan, or again one does. */
  | { readonly do: 'hold' | 'free'; readonly threadId: ThreadId }
  /** Whether drafts come by themselves: a look, or a choice. */
  | { readonly do: 'auto'; readonly turn: 'open' | 'on' | 'off' };

const one = /^dr:(ask|hold|free|renew|dismiss|pause|resume|receipt):(\d{1,15})$/;
const two = /^dr:(another|shorter|warmer):(\d{1,15}):(\d{1,15})$/;
// Buttons from before changes were noticed end with the message.
const back = /^dr:(back):(\d{1,15}):(\d{1,15})(?::(\d{1,13}))?$/;
const auto = /^dr:auto:(open|on|off)$/;
const three = /^dr:(send|edit):(\d{1,15}):(\d{1,6}):(\d{1,15})(?::(\d{1,13}))?$/;

/** The callback data of a button, below Telegram's 64 bytes. */
export function tapData(tap: Exclude<DraftTap, { do: 'ask' }>): string {
  switch (tap.do) {
    case 'send':
    case 'edit':
      return `dr:${tap.do}:${tap.id}:${tap.place}:${tap.known}:${tap.changed}`;
    case 'back':
      return `dr:back:${tap.id}:${tap.known}:${tap.changed}`;
    case 'another':
    case 'shorter':
    case 'warmer':
      return `dr:${tap.do}:${tap.id}:${tap.round}`;
    case 'renew':
    case 'dismiss':
    case 'pause':
    case 'resume':
    case 'receipt':
      return `dr:${tap.do}:${tap.id}`;
    case 'hold':
    case 'free':
      return `dr:${tap.do}:${tap.threadId}`;
    case 'auto':
      return `dr:auto:${tap.turn}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): DraftTap | null {
  const turned = auto.exec(data)?.[1];
  if (turned !== undefined) return { do: 'auto', turn: turned as 'open' | 'on' | 'off' };
  const [, , first, second, third, fourth] = data.split(':').map(Number);
  const what = [one, two, back, three].map((form) => form.exec(data)?.[1]).find(Boolean);
  switch (what) {
    case 'ask':
    case 'hold':
    case 'free':
      return { do: what, threadId: first as ThreadId };
    case 'renew':
    case 'dismiss':
    case 'pause':
    case 'resume':
    case 'receipt':
      return { do: what, id: first as DraftId };
    case 'back':
      return {
        do: what,
        id: first as DraftId,
        known: second as MessageId,
        changed: third ?? 0,
      };
    case 'another':
    case 'shorter':
    case 'warmer':
      return { do: what, id: first as DraftId, round: second ?? 0 };
    case 'send':
    case 'edit':
      return {
        do: what,
        id: first as DraftId,
        place: second ?? 0,
        known: third as MessageId,
        changed: fourth ?? 0,
      };
    default:
      return null;
  }
}
