import type { DraftId, FanId, MessageId, ThreadId } from '#src/core/ids.ts';
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
  | AdultTap
  /** Whether drafts come by themselves: a look, or a choice. */
  | { readonly do: 'auto'; readonly turn: 'open' | 'on' | 'off' };

/**
 * That the fan is an adult, in the place of this draft or on a card. `upTo`: they are sure, having been asked when this was the
 * newest message; null: they are still to be asked.
 */
export type AdultTap =
  | { readonly do: 'adult'; readonly id: DraftId; readonly upTo: MessageId | null }
  | { readonly do: 'adult-of'; readonly fanId: FanId; readonly upTo: MessageId | null };

const one = /^dr:(ask|hold|free|renew|dismiss|pause|resume|receipt):(\d{1,15})$/;
const two = /^dr:(another|shorter|warmer):(\d{1,15}):(\d{1,15})$/;
// Buttons from before changes were noticed end with the message.
const back = /^dr:(back):(\d{1,15}):(\d{1,15})(?::(\d{1,13}))?$/;
const adult = /^dr:(adult|adult-of):(\d{1,15})(?::(\d{1,15}))?$/;
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
    case 'adult':
      return withUpTo(`dr:adult:${tap.id}`, tap.upTo);
    case 'adult-of':
      return withUpTo(`dr:adult-of:${tap.fanId}`, tap.upTo);
    case 'auto':
      return `dr:auto:${tap.turn}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): DraftTap | null {
  const turned = auto.exec(data)?.[1];
  if (turned !== undefined) return { do: 'auto', turn: turned as 'open' | 'on' | 'off' };
  const [, , first, second, third, fourth] = data.split(':').map(Number);
  const what = [one, two, back, adult, three].map((form) => form.exec(data)?.[1]).find(Boolean);
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
    case 'adult':
      return { do: what, id: first as DraftId, upTo: upToIn(second) };
    case 'adult-of':
      return { do: what, fanId: first as FanId, upTo: upToIn(second) };
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

function withUpTo(data: string, upTo: MessageId | null): string {
  return upTo === null ? data : `${data}:${upTo}`;
}

function upToIn(given: number | undefined): MessageId | null {
  return given === undefined ? null : (given as MessageId);
}
