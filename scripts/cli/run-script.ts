import { Command, CommanderError } from 'commander';
import { type Config, readConfig } from '#src/app/config.ts';
import { describeProblems } from '#src/app/describe-problems.ts';
import { exitCodeOf } from '#src/app/exit-code.ts';
import { holdsToken, scrub } from '#src/app/scrub.ts';
import { AppError } from '#src/core/errors.ts';
import { type ExitCode, exitCodes, type OperatorRefusal } from '#src/operator/refusals.ts';
import { type Installation, withInstallation } from './installation.ts';

/** What a command came to: an object for `--json`, and lines for people. */
export type Answer =
  | {
      readonly result: object & { readonly ok: boolean };
      readonly text: string;
      readonly exitCode?: ExitCode;
    }
  | OperatorRefusal;

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** Runs one command on the opened installation. */
export type Act = (work: (installation: Installation) => Promise<Answer>) => Promise<void>;

/** Runs one command that opens things by itself, with the checked settings. */
export type ActAlone = (work: (config: Config) => Promise<Answer>) => Promise<void>;

/**
 * Runs a script: `define` adds its commands, each of which calls `act` once. Sets the exit code (see `exitCodes`); with
 * `--json` exactly one object goes to stdout. A token on the command line is refused before anything reads it.
 */
export async function runScript(
  name: string,
  description: string,
  define: (program: Command, act: Act, actAlone: ActAlone) => void,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessUnread);
  const argv = process.argv.slice(2);
  const json = argv.includes('--json');
  if (argv.some((argument) => holdsToken(argument) || /^--?token(=|$)/.test(argument))) {
    return fail(json, exitCodes.usage, 'token-on-command-line', [
      'A bot token does not belong on the command line: it now stands in the shell’s history and the list of processes.',
      'Replace it in @BotFather (/mybots, API Token, Revoke), write the new one into a file and use --token-file <file>, or - for standard input.',
    ]);
  }
  const program = new Command(name)
    .description(description)
    .addHelpText('after', ({ command }) => {
      const what = command.commands.length > 0 ? '<command> --json' : '--json';
      return `\nFor programs: npm run --silent ${name} -- ${what}`;
    })
    .exitOverride()
    .showHelpAfterError('(add --help for what is possible)')
    .configureOutput({ writeErr: (text) => void (json || process.stderr.write(scrub(text))) });
  const actAlone: ActAlone = async (work) => {
    const read = readConfig();
    if (!read.ok) {
      const lines = describeProblems(read.problems);
      return fail(json, exitCodes.configuration, 'configuration', lines, {
        problems: read.problems,
      });
    }
    await answer(json, () => work(read.config));
  };
  define(program, (work) => actAlone((config) => withInstallation(config, work)), actAlone);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return failWith(json, error);
    if (error.exitCode === 0) return;
    process.exitCode = exitCodes.usage;
    if (json)
      print({ ok: false, reason: 'usage', message: scrub(error.message.replace(/^error: /, '')) });
  }
}

/** A reader that has seen enough (`| head`) ends nothing: what was asked for is done all the same. */
function unlessUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function answer(json: boolean, work: () => Promise<Answer>): Promise<void> {
  try {
    const outcome = await work();
    if ('reason' in outcome) {
      return fail(json, outcome.exitCode, outcome.reason, [outcome.message]);
    }
    process.exitCode = outcome.exitCode ?? exitCodes.done;
    if (json) print(outcome.result);
    else process.stdout.write(`${outcome.text}\n`);
  } catch (error) {
    failWith(json, error);
  }
}

function failWith(json: boolean, error: unknown): void {
  const exitCode = exitCodeOf(error);
  if (error instanceof AppError) return fail(json, exitCode, error.code, [error.message]);
  const kind = error instanceof Error ? error.name : typeof error;
  fail(json, exitCode, 'unexpected', [
    `This should not have happened (${kind}). Nothing else is known.`,
  ]);
  if (error instanceof Error) process.stderr.write(`${scrub(error.stack ?? '')}\n`);
}

function fail(
  json: boolean,
  exitCode: ExitCode,
  reason: string,
  lines: readonly string[],
  more: object = {},
): void {
  process.exitCode = exitCode;
  if (json) print({ ok: false, reason, message: scrub(lines.join('\n')), ...more });
  else process.stderr.write(`${scrub(lines.join('\n'))}\n`);
}

function print(object: object): void {
  process.stdout.write(`${JSON.stringify(object)}\n`);
}
