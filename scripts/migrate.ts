import {
  planMigration,
  runMigration,
  type ShownPlan,
  type ShownRun,
} from '#src/operator/migrate-tenants.ts';
import { counted } from '#src/operator/counted.ts';
import { createProgress } from './cli/progress.ts';
import { type CommonOptions, runScript } from './cli/run-script.ts';
import { columns } from './cli/tenant-text.ts';

await runScript(
  'migrate',
  'Brings the schema of all tenants’ files up to date.',
  (program, act) => {
    program
      .command('plan')
      .description('show which tenants are behind')
      .option('--json', 'print one JSON object')
      .action(() =>
        act(async ({ migrator }) => {
          const plan = await planMigration(migrator);
          return { result: plan, text: planText(plan) };
        }),
      );

    program
      .command('run')
      .description('migrate all tenants; one that fails is quarantined alone (exit code 3)')
      .option('--json', 'print one JSON object')
      .option('--dry-run', 'the same as plan')
      .action((options: CommonOptions) =>
        act(async ({ migrator, dir }) => {
          if (options.dryRun) {
            const plan = await planMigration(migrator);
            return { result: plan, text: planText(plan) };
          }
          const progress = createProgress('Migrating tenants', options.json ?? false);
          try {
            const run = await runMigration(migrator, dir, progress);
            return 'reason' in run
              ? run
              : { result: run, text: runText(run), exitCode: run.exitCode };
          } finally {
            progress.end();
          }
        }),
      );
  },
);

function planText({ newest, upToDate, pending }: ShownPlan): string {
  if (pending.length === 0) return `${upToDateText(upToDate, newest)} Nothing to do.`;
  return [
    `${areCounted(pending.length)} to be brought to step ${newest} (${upToDate} are there already):`,
    columns(
      pending.map(({ slug, schema, quarantine }) => [
        `  ${slug}`,
        `at ${schema}`,
        quarantine ?? '',
      ]),
    ),
    'Do it with: npm run migrate -- run',
  ].join('\n');
}

function upToDateText(count: number, newest: number): string {
  if (count === 0) return 'There is no tenant yet.';
  return count === 1
    ? `The one tenant is at step ${newest}.`
    : `All ${count} tenants are at step ${newest}.`;
}

function areCounted(count: number): string {
  return `${counted(count, 'tenant')} ${count === 1 ? 'is' : 'are'}`;
}

function runText(run: ShownRun): string {
  const lines = [
    `${run.migrated} migrated, ${run.upToDate} up to date already, ${run.released} back after standing still, ${run.failed.length} failed.`,
    ...run.failed.map(({ slug, code, message }) => `  ${slug}: ${message} (${code})`),
  ];
  if (run.stopped) {
    lines.push(
      `Stopped early: so many failed that the step itself must be wrong. ${counted(run.notTried, 'tenant')} not tried.`,
    );
  }
  return lines.join('\n');
}
