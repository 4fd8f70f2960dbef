import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { UsageBook } from '#src/core/usage.ts';
import { quota } from '#src/features/billing/index.ts';
import { standingOf, type UsageStanding } from '../rules/standing.ts';

/** How this tenant stands now. */
export async function usageOf(tenantId: TenantId, services: Services): Promise<UsageStanding> {
  const book = bookOf(services);
  const { limit, since } = quota(services, tenantId, 'drafts');
  const totals = await book.totals(tenantId, since);
  return standingOf(totals, { quota: limit, since, caps: book.caps });
}

/** The book, without which no model may be asked. */
export function bookOf({ usage }: Services): UsageBook {
  if (usage) return usage;
  throw new AppError('usage.no-book', 'bug', 'Models are asked where usage is written down.');
}
