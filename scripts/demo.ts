import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { freePort } from '#test/support/program.ts';
import { startSandbox } from '#test/support/sandbox/sandbox.ts';
import { botProcess } from './demo/bot-process.ts';
import { demoFans } from './demo/fans.ts';
import { claimAndSetUp } from './demo/first-contact.ts';
import { fillDemo } from './demo/history/fill-demo.ts';
import { startPageServer } from './demo/page-server.ts';
import { playFans } from './demo/play.ts';
import { draftsHint } from './demo/providers.ts';
import { startDemoStripe } from './demo/stripe.ts';

const options = new Command('demo')
  .description(
    'Shows the whole product on this machine: a Telegram sandbox, the real program, two phones.',
  )
  .option('--port <port>', 'port of the page; a free one is taken when it is in use', toPort, 4600)
  .parse()
  .opts<{ port: number }>();
const greeting =
  'Hi {first_name}, Luna here 🌙 This is my own chat, I read everything you write. Tell me what you liked!';

// Everything starts afresh each time, and nothing of the demo outlives it.
const dir = await mkdtemp(join(tmpdir(), 'fanline-demo-'));

const sandbox = await startSandbox({ keepCalls: 1000 });
const bot = sandbox.createBot({ username: 'luna_demo_bot', name: 'Luna' });
const creator = sandbox.createUser({ firstName: 'Luna', username: 'luna', languageCode: 'en' });
const forum = sandbox.createGroup({ title: 'Luna’s desk', forum: true, owner: creator });
forum.adds(bot, { admin: true, manageTopics: true });

const port = await freePort();
const stripe = await startDemoStripe(`http://127.0.0.1:${port}`);
const program = botProcess({ dir, sandboxUrl: sandbox.url, port, stripe: stripe.settings });
const { claimUrl } = await program.createTenant('luna', bot.token, 'Luna');
console.log('Preparing half a year of fans and messages …');
const storage = await program.openStorage();
const came = await fillDemo(storage, { sandbox, bot, creator, slug: 'luna' });
await storage.close();
program.start();

const page = await openPage(options.port);
const stopped = new AbortController();
const stop = async () => {
  if (stopped.signal.aborted) return;
  stopped.abort();
  await program.stop();
  await page.close();
  await stripe[Symbol.asyncDispose]();
  await sandbox.close();
  await rm(dir, { recursive: true, force: true });
};
process.on('SIGINT', () => void stop()).on('SIGTERM', () => void stop());

program.failed.catch(async (error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
  await stop();
});

await claimAndSetUp(sandbox, creator, bot, { claimUrl, greeting });
console.log(`
  Fanline runs. Open ${page.url}

  Left: Luna, the creator. Right: her fans; they begin to write now.
  Answer a fan by replying to the message. Send /desk in the group “${forum.title}” to work with topics.
  ${came} more fans have written for half a year: try /inbox, /fan Juniper, /search concert, /insights.
  ${draftsHint() ?? 'Draft below a message brings replies from her FAQ and past answers; with GROQ_API_KEY or XAI_API_KEY set, a model writes them, too.'}
  /plan leads to her account page, and to a Stripe that is played here: subscribe, and no money moves.
  Stop with Ctrl+C.
`);
await playFans({ sandboxUrl: sandbox.url, botId: bot.id, fans: demoFans, signal: stopped.signal });

async function openPage(port: number): ReturnType<typeof startPageServer> {
  const hint = draftsHint();
  const stage = { sandboxUrl: sandbox.url, creatorId: creator.id, botId: bot.id, hint };
  try {
    return await startPageServer({ ...stage, port });
  } catch {
    console.log(`Port ${port} is in use, so the page takes a free one.`);
    return await startPageServer({ ...stage, port: 0 });
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}
