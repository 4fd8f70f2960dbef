import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { startPageServer } from '#scripts/demo/page-server.ts';
import { type EchoBot, startEchoBot } from './echo-bot.ts';
import {
  type Sandbox,
  type SandboxBot,
  type SandboxUser,
  startSandbox,
} from './sandbox/sandbox.ts';

/** A sandbox with an echo bot, a creator and a fan, and the demo page in front of it. */
export interface DemoStage extends AsyncDisposable {
  sandbox: Sandbox;
  bot: SandboxBot;
  creator: SandboxUser;
  fan: SandboxUser;
  echo: EchoBot;
  url: string;
  /** Ends the page's server, as when the demo is stopped. */
  stopPage(): Promise<void>;
  /** Starts it again at the same address. */
  startPage(): Promise<void>;
}

/** Sets up everything that the demo page needs, except a browser. Hold it with `await using`. */
export async function setStage(fanName = 'Anna'): Promise<DemoStage> {
  const sandbox = await startSandbox();
  const bot = sandbox.createBot({ username: 'luna_demo_bot', name: 'Luna Vale' });
  const creator = sandbox.createUser({ firstName: 'Luna' });
  const fan = sandbox.createUser({ firstName: fanName });
  const echo = startEchoBot(sandbox.url, bot.token);
  const serve = (port: number) =>
    startPageServer({ port, sandboxUrl: sandbox.url, creatorId: creator.id, botId: bot.id });
  let server = await serve(0);
  const { url } = server;
  return {
    sandbox,
    bot,
    creator,
    fan,
    echo,
    url,
    stopPage: () => server.close(),
    async startPage() {
      server = await serve(Number(new URL(url).port));
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await echo.stop();
      await sandbox.close();
    },
  };
}

/** The page in a fresh browser profile, with its two phones. */
export interface OpenPage extends AsyncDisposable {
  page: Page;
  creator: Locator;
  fan: Locator;
  /** What went wrong in the page: script errors, and scripts or styles that its policy stopped. */
  errors: string[];
}

/** Opens the demo page and waits until both phones show their chat. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  // Until a phone has its chat, whatever is typed or attached there goes when the chat comes.
  for (const phone of ['#creator', '#fan']) {
    const chat = page.locator(`${phone} .rows .row, ${phone} .composer .big:not([hidden])`);
    await chat.first().waitFor({ state: 'attached' });
  }
  return {
    page,
    creator: page.locator('#creator'),
    fan: page.locator('#fan'),
    errors,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Types into a phone's text field and presses Enter. */
export async function write(phone: Locator, text: string): Promise<void> {
  const field = phone.getByLabel('Message', { exact: true });
  await field.fill(text);
  await field.press('Enter');
}

/** The bubbles of a phone that hold this text, of others (`in`) or its own (`out`). */
export function bubble(phone: Locator, text: string, side: 'in' | 'out'): Locator {
  return phone.locator(`.row.${side} .bubble`, { hasText: text });
}

/** Opens a message's menu by a right click. */
export async function openMenu(message: Locator): Promise<void> {
  await message.click({ button: 'right', position: { x: 12, y: 10 } });
}
