import { createHash } from 'node:crypto';
import type { PastAnswerId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { accessMark, type AllowedProviders, mayUseProvider } from '#src/features/consent/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { MemorySource } from '../ports.ts';
import { mayTellExamples } from '../queries/example-sources.ts';
import type { AskedDraft } from './asked-draft.ts';
import { type Own, readOwn } from './read-own.ts';

/** What drafts of a model were made from and by whose leave, without a word of it. */
export interface MadeFrom {
  /** A digest of what the fan and the creator said, and of what is known of both. */
  readonly digest: string;
  /** A mark of who was asked. */
  readonly access: string;
  readonly exampleIds: readonly PastAnswerId[];
}

/** Notes what drafts are made from. */
export function madeFrom(
  asked: AskedDraft,
  own: Own,
  { allowed, exampleIds }: { allowed: AllowedProviders; exampleIds: readonly PastAnswerId[] },
): MadeFrom {
  return { digest: digestOf(asked, own), access: accessMark(allowed), exampleIds };
}

/** Whether the same would be made from now, and everybody whose it is still gives leave. */
export async function isStillSo(
  reader: Reader,
  from: MadeFrom,
  asked: AskedDraft,
  { memory, services }: { memory: MemorySource; services: Services },
): Promise<boolean> {
  const allowed = await mayUseProvider(reader, asked.fan.id, services);
  if (!allowed.ok || accessMark(allowed) !== from.access) return false;
  if (!(await mayTellExamples(reader, from.exampleIds))) return false;
  return digestOf(asked, await readOwn(reader, asked, memory)) === from.digest;
}

function digestOf(asked: AskedDraft, own: Own): string {
  return createHash('sha256')
    .update(JSON.stringify([asked, own]))
    .digest('base64url');
}
