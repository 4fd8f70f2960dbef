import { Command } from 'commander';
import { judge, type JudgedFigure } from './measurement.ts';
import { measurements } from './measurements.ts';
import { machine, table } from './report.ts';

const command = new Command('bench')
  .description(
    'Measures the program against baselines in the same run. Loopback only; ends by itself.',
  )
  .option('--json', 'print one object on stdout')
  .option('--only <names>', `run only these (comma between): ${names().join(', ')}`)
  .option('--tiny', 'small sizes: to see that it works, not for numbers')
  .parse();
const options = command.opts<{ json?: boolean; only?: string; tiny?: boolean }>();
const only = options.only?.split(',');
const unknown = only?.filter((name) => !names().includes(name)) ?? [];
if (unknown.length > 0) command.error(`No such measurement: ${unknown.join(', ')}.`);

const started = Date.now();
const figures: JudgedFigure[] = [];
for (const measurement of measurements) {
  const { name } = measurement;
  if (only && !only.includes(name)) continue;
  const found = await measurement.run(options.tiny ? 'tiny' : 'full', (progress) =>
    console.error(`${name}: ${progress}`),
  );
  figures.push(...found.map(judge));
}
const seconds = Math.round((Date.now() - started) / 1000);
if (options.json) console.log(JSON.stringify({ machine: machine(), seconds, figures }, null, 2));
else console.log(`\n${table(figures)}\n\n${JSON.stringify(machine())}, ${seconds} s`);

function names(): string[] {
  return measurements.map(({ name }) => name);
}
