import { Command, InvalidArgumentError } from 'commander';
import { withInstallation } from '#scripts/cli/installation.ts';
import { readConfig } from '#src/app/config.ts';
import { describeProblems } from '#src/app/describe-problems.ts';
import { exitCodes } from '#src/operator/refusals.ts';
import { openRealModel } from './arms/real-model.ts';
import { evaluate, faultsOf } from './evaluate.ts';
import { madeUpHistories } from './histories.ts';
import { voicesOf } from './run-eval.ts';
import { tenantHistory } from './tenant-history.ts';

interface Options {
  readonly json?: boolean;
  readonly seed: number;
  readonly only?: string;
  readonly offline?: boolean;
  readonly paraphrases?: boolean;
  readonly show?: boolean;
  readonly tenant?: string;
}

const command: Command = new Command('eval')
  .description(
    'Replays made-up creators, or one of this installation: would drafts have been what was really sent?',
  )
  .option('--json', 'print one object on stdout')
  .option('--seed <number>', 'another seed makes other dialogues', toSeed, 6)
  .option('--only <names>', 'only these made-up creators (comma between)')
  .option('--offline', 'ask no provider, although a key is set (asking costs money)')
  .option('--paraphrases', 'creators of whom nothing is asked twice in the same words')
  .option('--show', 'also print what went wrong, with the texts')
  .option('--tenant <slug>', 'replay this creator’s own history instead; its texts are not printed')
  .showHelpAfterError(
    '(npm run eval -- [--seed <number>] [--only <names>] [--paraphrases] [--offline] [--show] [--json] [--tenant <slug>]; --help tells more)',
  )
  // Commander ends with 1 for wrong use.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 1 ? exitCodes.usage : exitCode))
  .parse();
const options = command.opts<Options>();
const { seed } = options;
const set = options.paraphrases ? 'paraphrases' : 'creators';
const madeUp = madeUpHistories(seed, options.only?.toLowerCase().split(','), set);
if (madeUp.length === 0) command.error('error: there is no made-up creator of that name');
const read = readConfig();
if (!read.ok) fail(exitCodes.configuration, describeProblems(read.problems).join('\n'));
const { config } = read;

await using real = options.offline ? undefined : openRealModel(config);
const tell = (progress: string) => console.error(progress);
const { tenant } = options;
if (tenant === undefined) {
  const { result, text, evaluated } = await evaluate({ histories: madeUp, real, tell });
  console.log(options.json ? JSON.stringify({ seed, ...result }, null, 2) : text);
  if (options.show) console.error(faultsOf(evaluated).join('\n'));
} else {
  const found = await withInstallation(config, (installation) =>
    tenantHistory(installation, tenant, real?.llm),
  );
  if (!found.ok) {
    const { failed, notFound } = exitCodes;
    fail(found.reason === 'too few replies' ? failed : notFound, `${tenant}: ${found.reason}`);
  }
  const { history, mayAsk } = found;
  const otherVoices = voicesOf(madeUp);
  const asked = mayAsk ? real : undefined;
  const { result, text } = await evaluate({ histories: [history], real: asked, otherVoices, tell });
  console.log(options.json ? JSON.stringify(result, null, 2) : text);
}

function toSeed(typed: string): number {
  const number = Number(typed);
  if (typed.trim() !== '' && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('A seed is a whole number.');
}

/** Ends with this code; nothing is wrong with how it was called. */
function fail(exitCode: number, why: string): never {
  console.error(why);
  process.exit(exitCode);
}
