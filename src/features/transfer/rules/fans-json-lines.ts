import type { ExportedFan, ExportedField } from './exported-fan.ts';
import { isoTime, isoTimeOf } from './iso-time.ts';

/** Fans as JSON Lines: one object on each line. */
export function jsonLines(fans: readonly ExportedFan[], fields: readonly ExportedField[]): string {
  return fans.map((fan) => `${JSON.stringify(objectOf(fan, fields))}\n`).join('');
}

function objectOf(fan: ExportedFan, fields: readonly ExportedField[]): object {
  return {
    id: fan.userId,
    handle: fan.handle,
    former_handles: fan.formerHandles,
    first_name: fan.firstName,
    last_name: fan.lastName,
    language: fan.language,
    source: fan.source,
    first_seen: isoTime(fan.firstSeenAt),
    last_seen: isoTime(fan.lastSeenAt),
    messages_in: fan.messagesIn,
    messages_out: fan.messagesOut,
    stage: fan.stage,
    score: fan.score,
    tags: fan.tags,
    // A list, not an object: any name may be a field's.
    fields: fields.flatMap(({ id, name }) => {
      const value = fan.values.get(id);
      return value === undefined ? [] : [{ name, value }];
    }),
    notes: fan.notes.map(({ text, at, by }) => ({ text, at: isoTime(at), by })),
    facts: fan.facts.map(({ text, at, by, messageId }) => ({
      text,
      at: isoTime(at),
      by,
      message: messageId,
    })),
    summary: fan.summary,
    ai_opt_out: fan.aiOptOut && {
      at: isoTime(fan.aiOptOut.at),
      taken_back: isoTimeOf(fan.aiOptOut.takenBackAt),
    },
    possible_minor: fan.possibleMinor && minorOf(fan.possibleMinor),
    dates: fan.dates,
    followups: fan.followups.map(({ text, dueAt, state }) => ({
      text,
      due: isoTime(dueAt),
      state,
    })),
  };
}

function minorOf({ messageId, at, cleared }: NonNullable<ExportedFan['possibleMinor']>): object {
  return {
    message: messageId,
    at: isoTime(at),
    adult: cleared && { by: cleared.by, at: isoTime(cleared.at), up_to: cleared.upTo },
  };
}
