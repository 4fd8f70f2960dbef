import { setImmediate as breathe } from 'node:timers/promises';
import { AppError } from '#src/core/errors.ts';
import { ownerOf } from '#src/features/members/index.ts';
import { attentionOf, auditBooks } from '#src/features/status/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { backlogOf } from '#src/telegram/outbox/backlog.ts';
import type { DoctorScope } from './doctor-parts.ts';
import { contentFindings, fileFindings } from './file-findings.ts';
import { type Finding, findingsAbout } from './finding.ts';
import { recordFindings } from './record-findings.ts';

/** Every tenant's record, file and contents, one after another. */
export async function checkFiles(scope: DoctorScope): Promise<Finding[]> {
  const { records, wish } = scope;
  const findings: Finding[] = [];
  for (const [index, record] of records.entries()) {
    findings.push(...(await checkFile(scope, record)));
    wish.onProgress?.('files', index + 1, records.length);
    await breathe();
  }
  return findings;
}

async function checkFile(scope: DoctorScope, record: TenantRecord): Promise<Finding[]> {
  const { parts, storage, serverRuns, wish } = scope;
  const { slug, tenantId, state } = record;
  const now = parts.clock.now();
  const findings = recordFindings(record, now);
  // Not created yet, or meant to be unreadable soon.
  if (record.schemaNumber === 0 || (record.purgeAt !== null && record.purgeAt <= now)) {
    return findings;
  }
  const file = await storage.inspector.inspect(tenantId, { deep: wish.deep ?? false });
  findings.push(...fileFindings(slug, file));
  if (file.fault !== null || file.standing !== 'current' || record.quarantine !== null) {
    return findings;
  }
  try {
    const facts = await storage.store.read(tenantId, async (reader) => ({
      books: await auditBooks(reader),
      backlog: await backlogOf(reader, now),
      attention: await attentionOf(reader),
      hasOwner: (await ownerOf(reader)) !== undefined,
    }));
    const handled = state === 'active' && record.connection === 'ok' && serverRuns;
    findings.push(...contentFindings(slug, facts, { now, handled, serverRuns }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    findings.push(
      findingsAbout(slug).error(
        `file.${error.code}`,
        `Its contents cannot be read (${error.code}).`,
        'Restore it from a backup, then: npm run migrate -- run',
      ),
    );
  } finally {
    await storage.store.release(tenantId);
  }
  return findings;
}
