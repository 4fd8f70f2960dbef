import type { ErrorKind } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';

/** What a thread is asked to do; one after another. */
export type ThreadOrder =
  | {
      readonly do: 'read';
      readonly tenantId: TenantId;
      readonly dir: string;
      /** Only when the thread must open the file. Overwritten once it has. */
      readonly key: Uint8Array | null;
      readonly module: string;
      readonly name: string;
      readonly args: unknown;
      /** Nobody else has the file open: it is opened as a whole, for this read, and closed again. */
      readonly alone?: boolean;
    }
  | { readonly do: 'close'; readonly tenantId: TenantId };

/** What it answers, once for each order. */
export type ThreadAnswer =
  /** The result, serialized (node:v8). */
  | { readonly ok: true; readonly result: Uint8Array }
  | {
      readonly ok: false;
      readonly code: string;
      readonly kind: ErrorKind;
      readonly message: string;
      /** Where it happened in the thread, without the error's text. */
      readonly frames: string;
      /** Whether the file stays open. */
      readonly open: boolean;
    }
  | { readonly closed: TenantId };

/** What a thread starts with. */
export interface ThreadStart {
  /** One Int32: not 0 when the running read must end. */
  readonly stop: SharedArrayBuffer;
  /** How far it gives way to the event loop (nice, 0 to 19). */
  readonly nice: number;
}

/** Limits that every thread keeps. */
export const threadLimits = { resultBytes: 4 * 1024 * 1024, rowsOfStatement: 200_000 } as const;
