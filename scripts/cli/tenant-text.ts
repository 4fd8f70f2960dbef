import type { AuditedBooks } from '#src/features/status/index.ts';
import type { AttentionItem, ShownAttention } from '#src/operator/attention.ts';
import type { BotWarning } from '#src/operator/check-bot.ts';
import type { ClaimLink } from '#src/operator/claim-link.ts';
import { counted } from '#src/operator/counted.ts';
import type { CreatedTenant } from '#src/operator/create-tenant.ts';
import type { GrantedPlan } from '#src/operator/grant-plan.ts';
import type { TenantContents } from '#src/operator/show-tenant.ts';
import type { TenantCounts } from '#src/operator/tenant-counts.ts';
import type { TenantPlan } from '#src/operator/tenant-plan.ts';
import type { TenantSummary } from '#src/operator/tenant-summary.ts';

/** Rows with their columns aligned; what a terminal could take for a command is removed. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, plain(cell).length);
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) => plain(cell).padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What a created tenant's operator does next. */
export function createdText(created: CreatedTenant): string {
  const { slug, bot, owner, claim, warnings, dryRun } = created;
  const next = dryRun
    ? 'Nothing was changed (dry run).'
    : claim
      ? `Send this link to the creator. It works once, until ${minute(claim.expiresAt)}:\n\n  ${claim.url}\n`
      : `Owner is ${owner}. The desk opens when they press Start at https://t.me/${bot.username}`;
  const made = dryRun ? 'could be created' : 'is ready';
  return [`Tenant ${slug} ${made}: bot @${bot.username}.`, ...warningLines(warnings), next].join(
    '\n',
  );
}

/** A fresh claim link. */
export function claimText(slug: string, claim: ClaimLink): string {
  return `Send this link to the creator of ${slug}. It works once, until ${minute(claim.expiresAt)}:\n\n  ${claim.url}\n`;
}

/** A link to the creator's account page. */
export function accountText({
  slug,
  owner,
  url,
}: {
  slug: string;
  owner: number;
  url: string;
}): string {
  return `Send this link to the creator of ${slug} (Telegram id ${owner}) and to nobody else: it opens their account page. It works once, for a day:\n\n  ${url}\n`;
}

/** One line for each tenant. */
export function listText(tenants: readonly TenantSummary[]): string {
  if (tenants.length === 0) {
    return 'No tenant yet. Create one: npm run tenant -- create <slug> --token-file <file>';
  }
  return columns([
    ['SLUG', 'STATE', 'BOT', 'CONNECTION', 'NAME', ''],
    ...tenants.map((tenant) => [
      tenant.slug,
      tenant.state,
      `@${tenant.bot.username}`,
      isOff(tenant) ? 'off' : tenant.connection,
      tenant.name,
      remark(tenant),
    ]),
  ]);
}

/** A tenant in full. */
export function showText(
  tenant: TenantSummary & TenantContents & { readonly plan: TenantPlan },
): string {
  const { counts, owner, books, onTheirWay } = tenant;
  const rows = [
    ['tenant', `${tenant.slug} (${tenant.name})`],
    ['state', [tenant.state, remark(tenant)].filter(Boolean).join(', ')],
    ['bot', `@${tenant.bot.username} (${tenant.bot.id})`],
    ['connection', connectionText(tenant)],
    ['schema', `${tenant.schema}`],
    ['created', minute(Date.parse(tenant.createdAt))],
    ['plan', planText(tenant.plan)],
  ];
  if (counts) {
    const { outbox } = counts;
    rows.push(
      ['owner', owner === null ? noOwnerText(tenant) : `${owner}`],
      ['fans', `${counts.fans}`],
      ['threads', `${counts.threads}`],
      ['messages', `${counts.messages}`],
      ['outbox', `${outbox.queued} queued, ${outbox.failed} failed, ${outbox.unknown} unknown`],
      ...(counts.failedJobs.length > 0 ? [['jobs', failedJobsText(counts, tenant.slug)]] : []),
    );
  } else {
    rows.push(['contents', `cannot be read (${tenant.unreadable})`]);
  }
  const lines = books ? ['', booksText(books, tenant.slug), ...onTheirWayLines(onTheirWay)] : [];
  return [columns(rows), ...lines].join('\n');
}

/** What the books do not have yet; nothing when nothing is on its way. */
function onTheirWayLines(onTheirWay: number | null): string[] {
  if (onTheirWay === 0) return [];
  if (onTheirWay === null) {
    return ['On their way: not known, the journal of arrivals cannot be read; see: npm run doctor'];
  }
  const it = onTheirWay === 1 ? 'it' : 'them';
  return [
    `On their way: ${counted(onTheirWay, 'update')}, acknowledged and not in its file yet; a server takes ${it} up within moments, or at its start.`,
  ];
}

/** What a grant came to, or in a dry run would come to. */
export function grantText({ tenant, plan, already, dryRun, wanted }: GrantedPlan): string {
  const what = wanted
    ? `${wanted.plan}${wanted.until ? ` until ${wanted.until.slice(0, 10)}` : ''}`
    : 'nothing';
  const given = already
    ? `${tenant.slug} is given ${what}. It was so already.`
    : `${tenant.slug} ${dryRun ? 'would be' : 'is'} given ${what}.`;
  if (dryRun) return `${given} Its plan now: ${planText(plan)}`;
  return [
    given,
    `Its plan: ${planText(plan)}`,
    ...(plan.billed ? ['A running server takes it up within seconds.'] : []),
  ].join('\n');
}

/** The plan in one line, and what is odd about it. */
function planText({
  billed,
  name,
  why,
  until,
  subscription,
  oddity,
  topupDrafts,
}: TenantPlan): string {
  if (!billed) return 'everything is allowed (no Stripe settings)';
  const day = until ? `, until ${until.slice(0, 10)}` : '';
  const status = subscription ? `; at Stripe: ${subscription.status}` : '';
  const topup = topupDrafts > 0 ? `; ${counted(topupDrafts, 'draft')} bought on top` : '';
  const odd = oddity ? `; odd: ${oddity}` : '';
  return `${name} (${why}${day})${status}${topup}${odd}`;
}

function failedJobsText({ failedJobs }: TenantCounts, slug: string): string {
  const kinds = failedJobs.map(({ kind, count }) => `${count} ${kind}`).join(', ');
  return `given up after their tries: ${kinds}; see and retry: npm run tenant -- parked ${slug}`;
}

/** The books as sums; what each word means stands in docs/operations.md. */
function booksText(books: AuditedBooks, slug: string): string {
  const { updates, messages, replies, faults, stranded } = books;
  const needsPerson = updates.parked + messages.failed + replies.failed + replies.unknown;
  return [
    columns([
      [
        'updates',
        `${updates.received} received = ${updates.stored} stored`,
        `= ${updates.handled} handled + ${updates.waiting} waiting + ${updates.parked} parked + ${updates.dropped} dropped`,
      ],
      [
        'messages',
        `${messages.received} received = ${messages.stored} stored`,
        `= ${messages.relayed} relayed + ${messages.merged} merged + ${messages.onTheWay} on the way + ${messages.waiting} waiting + ${messages.failed} failed + ${messages.erased} erased`,
      ],
      [
        'replies',
        `${replies.written} written = ${replies.stored} stored`,
        `= ${replies.delivered} delivered + ${replies.onTheWay} on the way + ${replies.failed} failed + ${replies.unknown} unknown + ${replies.withdrawn} taken back + ${replies.erased} erased`,
      ],
    ]),
    books.balanced ? 'The books add up.' : 'The books do NOT add up. Please report this:',
    ...faults.map(
      ({ ledger, sum, left, right }) => `  ${ledger}: ${sum}, but ${left} and ${right}`,
    ),
    ...(stranded > 0
      ? [`  ${counted(stranded, 'message')} on the way, but nothing would send them`]
      : []),
    ...(needsPerson > 0 ? [`Parked, failed, unknown: npm run tenant -- parked ${slug}`] : []),
  ].join('\n');
}

/** What needs a person, one line each, and how to go on. */
export function attentionText(shown: ShownAttention, asked: boolean): string {
  const { slug, items, retried, dropped, dryRun } = shown;
  const lines: string[] = [];
  if (asked) {
    const would = dryRun ? 'would be ' : '';
    lines.push(`${retried} ${would}retried, ${dropped} ${would}dropped.`);
    if (dryRun) lines.push('Nothing was changed (dry run).');
    else if (retried > 0) lines.push('A running server takes up what is retried within seconds.');
  }
  if (items.length === 0) return [...lines, `Nothing of ${slug} needs attention.`].join('\n');
  return [
    ...lines,
    columns([
      ['ID', 'KIND', 'STATE', 'AGE', 'TRIES', 'REASON'],
      ...items.map((item) => [
        item.id,
        item.kind,
        item.state,
        ageText(item),
        item.attempts === null ? '' : `${item.attempts}`,
        item.reason,
      ]),
    ]),
    `Once more: npm run tenant -- parked ${slug} --retry <id> (or --retry-all: all but what may have arrived or would be refused again).`,
    `For good off the list: npm run tenant -- parked ${slug} --drop <id>`,
  ].join('\n');
}

function ageText({ ageSeconds }: AttentionItem): string {
  if (ageSeconds < 3600) return `${Math.floor(ageSeconds / 60)} min`;
  return ageSeconds < 86_400
    ? `${Math.floor(ageSeconds / 3600)} h`
    : `${Math.floor(ageSeconds / 86_400)} d`;
}

/** The warnings as lines. */
export function warningLines(warnings: readonly BotWarning[]): string[] {
  return warnings.map((warning) => `Note: ${warning.message}`);
}

function noOwnerText({ state, slug }: TenantSummary): string {
  switch (state) {
    case 'active':
      return `none yet; a link: npm run tenant -- claim ${slug}`;
    // A claim link is opened at the bot.
    case 'suspended':
      return `none yet; first: npm run tenant -- resume ${slug}, then a link: npm run tenant -- claim ${slug}`;
    case 'deleted':
      return 'none';
  }
}

/** Nobody asks Telegram about this bot, and nothing was wrong with it. */
function isOff({ state, connection }: TenantSummary): boolean {
  return state === 'deleted' || (state === 'suspended' && connection === 'ok');
}

function connectionText(tenant: TenantSummary): string {
  if (isOff(tenant)) return 'off';
  const { connection, slug } = tenant;
  switch (connection) {
    case 'ok':
      return 'ok';
    case 'disconnected':
      return `disconnected: Telegram refuses the token; npm run tenant -- rotate-token ${slug} --token-file <file>`;
    case 'conflict':
      return `conflict: another program takes this bot’s updates; stop it, then npm run tenant -- resume ${slug}`;
  }
}

function remark({ quarantine, purgeAt, schema }: TenantSummary): string {
  if (purgeAt) return `destroyed for good on ${purgeAt.slice(0, 10)}`;
  if (schema === 0) return 'its creation did not end; create it again';
  return quarantine ? `stands still: ${quarantine}` : '';
}

function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Text without characters that a terminal could take for a command or that hide what stands beside them. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '');
}
