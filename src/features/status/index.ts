import type { Feature } from '#src/telegram/feature.ts';
import { handlers } from '#src/features/status/telegram/handlers.ts';

export type { Attention } from '#src/features/status/rules/status-text.ts';
export { attentionOf } from '#src/features/status/services/attention.ts';
export { auditBooks } from '#src/features/status/services/read-books.ts';
export type { AuditedBooks } from '#src/features/status/services/read-books.ts';
export type { TallyTable } from '#src/features/status/tables.ts';

/** The books, and what needs a person: `/status`. Goes before threads, which answers commands that nobody knew. */
export const statusFeature: Feature = { name: 'status', forDesk: true, handlers };
