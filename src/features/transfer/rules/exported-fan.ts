import type { FieldId, MessageId, UserId } from '#src/core/ids.ts';
import type { Stage } from '#src/features/activity/index.ts';

/** All that an export says of a fan. Times are epoch ms. */
export interface ExportedFan {
  readonly userId: UserId;
  readonly handle: string | null;
  /** Handles that the fan had before, the last one first. */
  readonly formerHandles: readonly string[];
  readonly firstName: string;
  readonly lastName: string | null;
  readonly language: string | null;
  readonly source: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
  readonly stage: Stage | null;
  readonly score: number | null;
  readonly tags: readonly string[];
  readonly notes: readonly { readonly text: string; readonly at: number; readonly by: string }[];
  /** What the fan said about themself, and in which message; `by` `automation`: noted by AI, and nobody changed it. */
  readonly facts: readonly {
    readonly text: string;
    readonly at: number;
    readonly by: string;
    readonly messageId: MessageId;
  }[];
  readonly summary: string | null;
  /** Since when they keep their messages away from AI (`/noai`), and when they took that back; null: they never did. */
  readonly aiOptOut: { readonly at: number; readonly takenBackAt: number | null } | null;
  /**
   * That they may be a minor: by which message, when that was noticed, and who said up to which message that they are none; null:
   * there never was a sign.
   */
  readonly possibleMinor: {
    readonly messageId: MessageId;
    readonly at: number;
    readonly cleared: { readonly by: string; readonly at: number; readonly upTo: MessageId } | null;
  } | null;
  readonly values: ReadonlyMap<FieldId, string | number>;
  readonly dates: readonly {
    readonly label: string;
    readonly month: number;
    readonly day: number;
    readonly year: number | null;
  }[];
  readonly followups: readonly {
    readonly text: string;
    readonly dueAt: number;
    readonly state: 'open' | 'done' | 'dropped';
  }[];
}

/** A field as an export has it. */
export interface ExportedField {
  readonly id: FieldId;
  readonly name: string;
}
