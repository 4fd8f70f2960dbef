import { createLog } from '#src/app/log.ts';
import type { Config } from '#src/app/config.ts';
import { systemClock } from '#src/core/clock.ts';
import { systemRandom } from '#src/core/random.ts';
import type { DoctorParts } from '#src/operator/doctor/doctor-parts.ts';
import { runDoctor } from '#src/operator/doctor/run-doctor.ts';
import { lookAtProviders } from '#src/llm/look-at-providers.ts';
import { unpricedOf } from '#src/llm/prices.ts';
import { lookAtStripe } from '#src/stripe/look-at-stripe.ts';
import { isBilled } from '#src/app/stripe-settings.ts';
import { lookAtBot } from '#src/telegram/look-at-bot.ts';
import { serverTime } from '#src/telegram/server-time.ts';
import { doctorText } from './cli/doctor-text.ts';
import { createProgress } from './cli/progress.ts';
import { type CommonOptions, runScript } from './cli/run-script.ts';

interface DoctorOptions extends CommonOptions {
  readonly deep?: boolean;
  readonly offline?: boolean;
  readonly verbose?: boolean;
}

await runScript(
  'doctor',
  'Checks this installation and says what to do for each finding. Changes nothing; a server may run meanwhile.',
  (program, _act, actAlone) => {
    program
      .option('--deep', 'read every page of every file')
      .option('--offline', 'ask nobody outside this machine')
      .option('--verbose', 'also say what is as it should be')
      .option('--json', 'print one JSON object')
      .action((options: DoctorOptions) =>
        actAlone(async (config) => {
          const files = createProgress('Looking at files', options.json ?? false);
          const bots = createProgress('Asking Telegram', options.json ?? false);
          try {
            const report = await runDoctor(partsOf(config), {
              deep: options.deep,
              offline: options.offline,
              onProgress: (what, done, total) =>
                (what === 'files' ? files : bots).onProgress(done, total),
            });
            const findings = report.findings.filter(
              ({ severity }) => options.verbose || severity !== 'ok',
            );
            const result = { ...report, findings };
            return { result, text: doctorText(result), exitCode: report.exitCode };
          } finally {
            files.end();
            bots.end();
          }
        }),
      );
  },
);

function partsOf(config: Config): DoctorParts {
  const { tenantsDir, masterKey, publicUrl, telegramApiRoot, llm, stripe } = config;
  return {
    dir: tenantsDir,
    masterKey,
    publicUrl,
    clock: systemClock,
    random: systemRandom,
    // What is wrong is a finding; a log beside it would say it twice.
    log: createLog({ level: 'silent', to: 'stderr' }),
    lookAtBot: (token) => lookAtBot(telegramApiRoot, token),
    lookAtProviders: () => lookAtProviders(llm, systemClock),
    unpricedModels: unpricedOf(llm.prices, [...llm.models.draft, ...llm.models.cheap]),
    lookAtStripe: async () => (stripe === null ? null : await lookAtStripe(stripe, publicUrl)),
    stripe: stripe === null ? 'off' : isBilled(stripe) ? 'on' : 'no-webhook-secret',
    serverTime: () => serverTime(telegramApiRoot),
  };
}
