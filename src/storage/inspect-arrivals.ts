import { accessSync, constants, existsSync } from 'node:fs';
import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { arrivalOpenerOf } from '#src/storage/arrival-journal.ts';
import { openArrivalsFile } from '#src/storage/arrivals-file.ts';
import type { KeyRing } from '#src/storage/key-ring.ts';
import type { SqliteFile } from '#src/storage/open-file.ts';
import { translateSqliteError } from '#src/storage/sqlite-errors.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { arrivalsFilePath } from '#src/storage/tenant-paths.ts';

/** How the journal of arrivals is. */
export interface ArrivalsReport {
  readonly path: string;
  /** Why it cannot be used (an AppError code); null when it can, and when there is none: the next start makes it. */
  readonly fault: string | null;
  /** Who has rows there, oldest first; of what came in the last second their files may have some already. */
  readonly waiting: readonly WaitingArrivals[];
}

/** What stands in the journal for one tenant. */
export interface WaitingArrivals {
  readonly tenantId: TenantId;
  readonly count: number;
  /** Epoch ms. */
  readonly oldestAt: number;
}

/** An update that stands in the journal, as JSON. */
export interface ArrivedUpdate {
  readonly botId: BotId;
  readonly payload: string;
}

/**
 * Looks at the journal of arrivals from outside the server. Reads only, makes no file and holds nobody up, so a server may run
 * meanwhile.
 */
export interface ArrivalsInspector {
  /** Whose updates stand there, and since when. Never throws for the state of the file. */
  look(): ArrivalsReport;
  /** A tenant's, oldest first, less what its key does not open. Throws `storage.*` and as `TenantKeys`. */
  updatesOf(tenantId: TenantId): Promise<ArrivedUpdate[]>;
}

interface Row {
  readonly botId: BotId;
  readonly sealed: string;
}

const sums = `select tenant_id as tenantId, count(*) as count, min(received_at) as oldestAt
  from arrival group by tenant_id order by oldestAt, tenantId`;
const ofOne = 'select bot_id as botId, sealed from arrival where tenant_id = ? order by seq';

/** The inspector of one installation's journal. */
export function createArrivalsInspector(parts: {
  readonly dir: string;
  readonly keyRing: KeyRing;
  readonly keys: TenantKeys;
}): ArrivalsInspector {
  const path = arrivalsFilePath(parts.dir);
  const rowsOf = (sql: string, parameters: readonly unknown[] = []): unknown[] => {
    if (!existsSync(path)) return [];
    const file = openForReading(path, parts.keyRing.arrivalsKey());
    try {
      return file.run(sql, parameters, true).rows;
    } finally {
      file.close();
    }
  };
  return {
    look() {
      try {
        return { path, fault: null, waiting: rowsOf(sums) as WaitingArrivals[] };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { path, fault: error.code, waiting: [] };
      }
    },
    async updatesOf(tenantId) {
      const rows = rowsOf(ofOne, [tenantId]) as Row[];
      if (rows.length === 0) return [];
      const open = await arrivalOpenerOf(parts.keys, tenantId);
      return rows.flatMap(({ botId, sealed }) => {
        const payload = open(sealed);
        return payload === undefined ? [] : [{ botId, payload }];
      });
    },
  };
}

function openForReading(path: string, key: Uint8Array): SqliteFile {
  assertUsable(path);
  return openArrivalsFile(path, { key, watch() {} });
}

/** The server must be able to write to it as well. */
function assertUsable(path: string): void {
  for (const part of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      if (existsSync(part)) accessSync(part, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw translateSqliteError(error, 'open');
    }
  }
}
