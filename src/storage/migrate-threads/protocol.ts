import type { ErrorKind } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';

/** Where a thread finds the steps of the tenants' schema: functions cannot cross threads. */
export interface MigrationsExport {
  /** URL of a module that can be loaded in a thread, or a path beginning with # (package.json, `imports`). */
  readonly module: string;
  /** The name under which it exports them. */
  readonly name: string;
}

/** One file that a thread is asked to migrate; it gets the next one when it has answered. */
export interface MigrationOrder {
  readonly dir: string;
  readonly tenantId: TenantId;
  /** Overwritten once the file is open. */
  readonly key: Uint8Array;
  /** What the clock says: epoch milliseconds. */
  readonly now: number;
}

/** What it answers, once for each order. */
export type MigrationAnswer =
  /** Number of the newest step on the file afterwards. */
  | { readonly ok: true; readonly schemaNumber: number }
  | {
      readonly ok: false;
      readonly code: string;
      readonly kind: ErrorKind;
      readonly message: string;
    };
