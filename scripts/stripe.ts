import { setUpStripe } from '#src/operator/stripe-setup.ts';
import { readText } from './cli/read-text.ts';
import { type CommonOptions, runScript } from './cli/run-script.ts';
import { secretFile } from './cli/secret-file.ts';
import { setupText } from './cli/stripe-text.ts';

interface SetupOptions extends CommonOptions {
  readonly prices?: string;
  readonly secretFile?: string;
  readonly removeOld?: boolean;
}

await runScript('stripe', 'Stripe’s side of this installation.', (program, _act, actAlone) => {
  program
    .command('setup')
    .description('make or check products, prices, the customer portal and the webhook endpoint')
    .option('--prices <file>', 'price list (JSON); without it prices are only checked')
    .option('--secret-file <file>', 'new file for the secret of an endpoint that is made')
    .option('--remove-old', 'remove endpoints with our address that the right one replaced')
    .option('--dry-run', 'check everything, change nothing')
    .option('--json', 'print one JSON object')
    .action((options: SetupOptions) =>
      actAlone(async (config) => {
        const prices = options.prices === undefined ? undefined : readText(options.prices);
        const file = secretFile(options.dryRun ? undefined : options.secretFile);
        if (!file.ok) return file;
        try {
          const done = await setUpStripe(config, {
            prices,
            dryRun: options.dryRun,
            removeOld: options.removeOld,
            // A dry run makes no file, and nothing that one is needed for.
            keepSecret: options.dryRun && options.secretFile !== undefined ? () => {} : file.keep,
          });
          return done.ok ? { result: done, text: setupText(done, options.secretFile) } : done;
        } finally {
          file.close();
        }
      }),
    );
});
