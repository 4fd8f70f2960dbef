import { issueAccountLink } from '#src/operator/account-link.ts';
import { attendTo } from '#src/operator/attention.ts';
import { issueClaimLink } from '#src/operator/claim-link.ts';
import { createTenant } from '#src/operator/create-tenant.ts';
import { deleteTenant, describeLosses } from '#src/operator/delete-tenant.ts';
import { grantPlan } from '#src/operator/grant-plan.ts';
import { listTenants } from '#src/operator/list-tenants.ts';
import { resumeTenant } from '#src/operator/resume-tenant.ts';
import { rotateToken } from '#src/operator/rotate-token.ts';
import { showTenant } from '#src/operator/show-tenant.ts';
import { suspendTenant } from '#src/operator/suspend-tenant.ts';
import { undeleteTenant } from '#src/operator/undelete-tenant.ts';
import { readToken } from './cli/read-token.ts';
import { type Answer, type CommonOptions, runScript } from './cli/run-script.ts';
import { subscriptionLines } from './cli/subscription-lines.ts';
import {
  accountText,
  attentionText,
  claimText,
  createdText,
  grantText,
  listText,
  showText,
  warningLines,
} from './cli/tenant-text.ts';

interface TokenOptions extends CommonOptions {
  readonly tokenFile: string;
}

interface EndingOptions extends CommonOptions {
  readonly cancelSubscription?: string;
}

const cancelSubscription = [
  '--cancel-subscription <when>',
  'end its subscription at Stripe as well: period-end (when what is paid is over) or now',
] as const;

const dryRunText = 'Nothing was changed (dry run).';

await runScript(
  'tenant',
  'Tenants of this installation: one creator, one bot, one encrypted file each.',
  (program, act) => {
    const command = (usage: string, description: string) =>
      program.command(usage).description(description).option('--json', 'print one JSON object');
    const change = (usage: string, description: string) =>
      command(usage, description).option('--dry-run', 'check everything, change nothing');
    const tokenFile = [
      '--token-file <file>',
      'file that holds the bot token; - for standard input',
    ] as const;

    change('create <slug>', 'make a tenant for a bot')
      .requiredOption(...tokenFile)
      .option(
        '--owner <telegram id>',
        'make this person the owner instead of printing a claim link',
      )
      .option('--name <text>', 'name of the tenant (the bot’s own by default)')
      .action((slug: string, options: TokenOptions & { owner?: string; name?: string }) =>
        act(async (tools) => {
          const token = await readToken(options.tokenFile);
          const created = await createTenant(tools, {
            slug,
            token,
            owner: options.owner,
            name: options.name,
            dryRun: options.dryRun,
          });
          return created.ok ? { result: created, text: createdText(created) } : created;
        }),
      );

    command('list', 'list all tenants').action(() =>
      act(async (tools) => {
        const listed = await listTenants(tools);
        return { result: listed, text: listText(listed.tenants) };
      }),
    );

    command('show <slug>', 'show one tenant in full').action((slug: string) =>
      act(async (tools) => {
        const shown = await showTenant(tools, slug);
        return shown.ok ? { result: shown, text: showText(shown.tenant) } : shown;
      }),
    );

    change(
      'parked <slug>',
      'list what was parked, failed or may not have arrived; retry or drop it',
    )
      .option('--retry <id...>', 'handle or send these once more')
      .option('--retry-all', 'all but what may have arrived or would be refused again')
      .option('--drop <id...>', 'give these up: a parked update loses its content for good')
      .action(
        (
          slug: string,
          options: CommonOptions & { retry?: string[]; retryAll?: boolean; drop?: string[] },
        ) =>
          act(async (tools) => {
            const shown = await attendTo(tools, slug, options);
            const asked = Boolean(options.retry ?? options.retryAll ?? options.drop);
            return shown.ok ? { result: shown, text: attentionText(shown, asked) } : shown;
          }),
      );

    command('claim <slug>', 'make a fresh claim link for a tenant without an owner').action(
      (slug: string) =>
        act(async (tools) => {
          const issued = await issueClaimLink(tools, slug);
          return issued.ok ? { result: issued, text: claimText(slug, issued.claim) } : issued;
        }),
    );

    command(
      'account <slug>',
      'make a link to the creator’s account page, where the bot is silent',
    ).action((slug: string) =>
      act(async (tools) => {
        const issued = await issueAccountLink(tools, slug);
        return issued.ok ? { result: issued, text: accountText(issued) } : issued;
      }),
    );

    change('suspend <slug>', 'switch a bot off; its data and its subscription stay')
      .option(...cancelSubscription)
      .action((slug: string, options: EndingOptions) =>
        act(async (tools) => {
          const done = await suspendTenant(tools, slug, options);
          if (!done.ok) return done;
          const on = `switch it on again with: npm run tenant -- resume ${slug}`;
          return changed(
            done,
            {
              already: `${slug} is suspended already; ${on}`,
              would: `${slug} would be suspended: its bot would be off, its data would stay.`,
              did: `${slug} is suspended. Its data stays; ${on}`,
            },
            subscriptionLines(done.subscription, {
              slug,
              verb: `suspend ${slug}`,
              dryRun: done.dryRun,
              wish: options.cancelSubscription,
              purgeAt: null,
            }),
          );
        }),
      );

    change('resume <slug>', 'switch a bot on again').action(
      (slug: string, options: CommonOptions) =>
        act(async (tools) => {
          const done = await resumeTenant(tools, slug, options);
          return done.ok
            ? changed(done, {
                already: `${slug} is active already.`,
                would: `${slug} would be active: its bot would be on again.`,
                did: `${slug} is active. A running server takes it up within seconds.`,
              })
            : done;
        }),
    );

    change('rotate-token <slug>', 'replace the token by a new one of the same bot')
      .requiredOption(...tokenFile)
      .action((slug: string, options: TokenOptions) =>
        act(async (tools) => {
          const done = await rotateToken(tools, slug, await readToken(options.tokenFile), options);
          if (!done.ok) return done;
          return changed(
            done,
            { would: `${slug} would use the new token.`, did: `${slug} uses the new token.` },
            warningLines(done.warnings),
          );
        }),
      );

    change('plan <slug> <plan>', 'give a plan outside Stripe: pro or studio; none takes it back')
      .option('--until <date>', 'last day of it, as 2027-01-31; without it until it is taken back')
      .action((slug: string, plan: string, options: CommonOptions & { until?: string }) =>
        act(async (tools) => {
          const done = await grantPlan(tools, slug, { ...options, plan });
          if (!done.ok) return done;
          const text = grantText(done);
          return changed(done, { already: text, would: text, did: text });
        }),
      );

    change('delete <slug>', 'switch a bot off and destroy its data after 30 days')
      .option('--yes', 'yes, delete it')
      .option(...cancelSubscription)
      .action((slug: string, options: EndingOptions & { yes?: boolean }) =>
        act(async (tools) => {
          const done = await deleteTenant(tools, slug, options);
          if (!done.ok) return done;
          const { losses, purgeAt, subscription, dryRun } = done;
          const verb = `delete ${slug} --yes`;
          const wish = options.cancelSubscription;
          const lines = subscriptionLines(subscription, { slug, verb, dryRun, wish, purgeAt });
          const lost = `its bot is off, and on ${purgeAt?.slice(0, 10)} ${describeLosses(losses)} are destroyed for good.\nUntil then: npm run tenant -- undelete ${slug}`;
          return changed(
            done,
            {
              already: `${slug} is deleted already: ${lost}`,
              would: `This would destroy ${describeLosses(losses)}.`,
              did: `${slug} is deleted: ${lost}`,
            },
            lines,
          );
        }),
      );

    change('undelete <slug>', 'bring a deleted tenant back within its 30 days').action(
      (slug: string, options: CommonOptions) =>
        act(async (tools) => {
          const done = await undeleteTenant(tools, slug, options);
          if (!done.ok) return done;
          const state = done.tenant.suspendedAt === null ? 'active' : 'suspended';
          const next =
            state === 'active'
              ? 'A running server takes it up within seconds.'
              : `Switch its bot on with: npm run tenant -- resume ${slug}`;
          return changed(done, {
            would: `${slug} would be back (${state}).`,
            did: `${slug} is back (${state}). ${next}`,
          });
        }),
    );
  },
);

/** What a verb says that changes a tenant; one without `already` cannot find that it was so before. */
interface ChangeTexts {
  readonly already?: string;
  readonly would: string;
  readonly did: string;
}

function changed(
  result: object & { ok: true; dryRun: boolean; already: boolean },
  { already, would, did }: ChangeTexts,
  lines: readonly string[] = [],
): Answer {
  const said = result.already && already !== undefined ? already : result.dryRun ? would : did;
  return { result, text: [said, ...(result.dryRun ? [dryRunText] : []), ...lines].join('\n') };
}
