import type { ControlStore, TenantRecord } from '#src/storage/control-store.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';

/** The tenant with this slug, or the refusal that there is none. */
export async function findTenant(
  control: ControlStore,
  slug: string,
): Promise<{ ok: true; record: TenantRecord } | OperatorRefusal> {
  const record = await control.bySlug(slug);
  return record ? { ok: true, record } : refusal('not-found', { slug });
}

/** Like `findTenant`, and refuses a deleted tenant. */
export async function findLiveTenant(
  control: ControlStore,
  slug: string,
): Promise<{ ok: true; record: TenantRecord } | OperatorRefusal> {
  const found = await findTenant(control, slug);
  if (found.ok && found.record.state === 'deleted') return refusal('is-deleted', { slug });
  return found;
}
