import { problemsOf } from '#test/model/check.ts';
import type { Run } from '#test/model/operation.ts';
import { Play } from '#test/model/play.ts';
import type { TestStorage } from '#test/support/open-test-storage.ts';
import { Simulation } from '#test/support/simulation/simulation.ts';

/** Retries, pauses and Telegram's published pace may take this long until all is delivered, in ms of the clock. */
const longestDrainMs = 1_200_000;

/** Plays one run to its end and tells what is wrong then; nothing, if all is well. */
export async function playRun(storage: TestStorage, run: Run): Promise<string[]> {
  await using simulation = await Simulation.open(storage, run);
  const play = new Play(simulation);
  try {
    for (const operation of run.operations) await play.step(operation);
    await simulation.drain(longestDrainMs);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  const minutes = simulation.clock.steady() / 60_000;
  const { telegram, load } = simulation;
  const problems = await problemsOf(simulation, play.history);
  const most = 60 + 40 * run.operations.length + 10 * minutes;
  if (telegram.calls > most) problems.push(`${telegram.calls} calls in ${minutes} minutes`);
  const mostUses = 400 + 120 * run.operations.length + 30 * minutes;
  if (load.total > mostUses) problems.push(`${load.total} uses of the file in ${minutes} minutes`);

  // Quiet it is, and quiet it stays.
  const effects = telegram.effects.length;
  const calls = telegram.calls;
  await simulation.advance(60_000);
  if (telegram.effects.length > effects) problems.push('something was sent after all was done');
  if (telegram.calls > calls) problems.push('Telegram was called after all was done');
  return problems;
}
