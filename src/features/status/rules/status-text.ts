import type { Translate } from '#src/core/texts.ts';
import type { FailedKind } from '#src/jobs/job-queries.ts';
import { type Books, checkBooks } from './books.ts';

/** What needs a person: entries of the three lists, and due work that was given up. */
export interface Attention {
  readonly relays: number;
  readonly replies: number;
  readonly parked: number;
  readonly jobs: readonly FailedKind[];
}

/**
 * The books for a phone: first whether all is well, then what fans wrote and what became of it, then the replies. A
 * number that is nought has no line.
 */
export function statusText(
  books: Books,
  attention: Attention,
  t: Translate,
  { hasDesk }: { readonly hasDesk: boolean },
): string {
  const { updates, messages, replies } = books;
  const paragraphs = [
    [headline(books, attention, t)],
    [
      t('status-messages', { count: messages.received }),
      ...lines(t, [
        ['status-relayed', messages.relayed],
        ['status-merged', messages.merged],
        ['status-on-the-way', messages.onTheWay],
        [hasDesk ? 'status-digest' : 'status-no-desk', messages.waiting],
        ['status-not-relayed', messages.failed],
        ['status-erased', messages.erased],
      ]),
    ],
    [
      t('status-replies', { count: replies.written }),
      ...lines(t, [
        ['status-delivered', replies.delivered],
        ['status-on-the-way', replies.onTheWay],
        ['status-failed', replies.failed],
        ['status-unknown', replies.unknown],
        ['status-withdrawn', replies.withdrawn],
        ['status-erased', replies.erased],
      ]),
    ],
    updates.parked > 0 ? [t('status-parked', { count: updates.parked })] : [],
    attention.jobs.length > 0 ? [t('status-jobs', { kinds: namedKinds(attention.jobs) })] : [],
  ];
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
}

function headline(books: Books, attention: Attention, t: Translate): string {
  if (checkBooks(books).length > 0) return t('status-unbalanced');
  const jobs = attention.jobs.reduce((sum, { count: failed }) => sum + failed, 0);
  const count = attention.relays + attention.replies + attention.parked + jobs;
  if (count > 0) return t('status-attention', { count });
  const moving = books.messages.onTheWay + books.messages.waiting + books.replies.onTheWay;
  return t(moving > 0 ? 'status-moving' : 'status-well');
}

/** Their names in the program, for whoever runs it. */
function namedKinds(jobs: readonly FailedKind[]): string {
  return jobs.map(({ kind, count }) => `${kind} (${count})`).join(', ');
}

function lines(t: Translate, counts: readonly (readonly [string, number])[]): string[] {
  return counts.filter(([, count]) => count > 0).map(([key, count]) => `• ${t(key, { count })}`);
}
