import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '#test/support/browser.ts';
import { bubble, openMenu, openPage, write } from '#test/support/demo-stage.ts';
import { plainPng } from '#test/support/sandbox/image.ts';

const root = join(import.meta.dirname, '../..');
const found = findBrowser();
if (!found)
  console.warn('No Chromium or Chrome was found, so the demo is not played in a browser.');

let demo: ChildProcess;
let url = '';
let browser: Browser;

beforeAll(async () => {
  if (!found) return;
  demo = spawn(process.execPath, [join(root, 'scripts/demo.ts'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  url = await new Promise((resolve, reject) => {
    demo.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const open = /Open (http:\S+)/.exec(output)?.[1];
      if (open) resolve(open);
    });
    demo.once('exit', () => reject(new Error(`The demo ended: ${output}`)));
  });
  browser = await launchBrowser(found);
}, 60_000);

afterAll(async () => {
  if (!found) return;
  await browser.close();
  const ended = once(demo, 'exit');
  demo.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  expect(code).toBe(0);
});

test.skipIf(!found)(
  'the demo shows the product at work: a fan writes, the creator answers, both see what happens',
  async () => {
    await using open = await openPage(browser, url);
    const { creator, fan } = open;

    const relay = bubble(creator, 'made my whole week', 'in').first();
    await relay.waitFor();
    expect(await relay.innerText()).toContain('Anna Berg');

    await openMenu(relay);
    await creator.getByRole('menuitem', { name: 'Reply' }).click();
    await write(creator, 'That made mine, Anna!');
    await bubble(fan, 'That made mine, Anna!', 'in').waitFor();
    await bubble(creator, 'That made mine, Anna!', 'out').getByText('🕊').waitFor();

    await write(fan, 'One more question');
    await bubble(creator, 'One more question', 'in').waitFor();
    await openMenu(bubble(fan, 'One more question', 'out'));
    await fan.getByRole('menuitem', { name: 'Edit' }).click();
    await write(fan, 'One last question');
    await bubble(creator, 'One last question', 'in').waitFor();
    expect(open.errors).toEqual([]);
  },
  60_000,
);

test.skipIf(!found)(
  'pictures and buttons work in the demo, too',
  async () => {
    await using open = await openPage(browser, url);
    const { creator, fan } = open;
    await fan
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'view.png',
        mimeType: 'image/png',
        buffer: Buffer.from(plainPng(40, 30, [90, 120, 200])),
      });
    await fan.getByRole('list', { name: 'Attached files' }).locator('img').waitFor();
    await write(fan, 'the view today');
    // Other fans go on writing, so the picture may be out of sight, where pictures are not loaded.
    const photo = bubble(creator, 'the view today', 'in').first();
    await photo.locator('img').first().waitFor({ state: 'attached' });
    expect(await photo.innerText()).toContain('Anna Berg');
    await creator.getByRole('button', { name: 'Card' }).last().click();
    await bubble(creator, 'First seen', 'in').first().waitFor();
    expect(open.errors).toEqual([]);
  },
  60_000,
);

test.skipIf(!found)(
  'the demo comes with fans of half a year, who stay out of the list of those who write now',
  async () => {
    await using open = await openPage(browser, url);
    const { creator, fan } = open;
    await write(creator, '/search concert');
    await bubble(creator, 'concert', 'in').first().waitFor();
    await write(creator, '/fan Juniper');
    await bubble(creator, 'Juniper Thistledown', 'in').first().waitFor();
    const listed = await fan.page().locator('#fan-person option').allInnerTexts();
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.length).toBeLessThan(10);
    expect(open.errors).toEqual([]);
  },
  60_000,
);

test.skipIf(!found)(
  'a newcomer subscribes in the demo: /plan, the account page, Stripe’s, and back',
  async () => {
    await using open = await openPage(browser, url);
    const { creator, page } = open;
    await write(creator, '/plan');
    const account = creator.getByRole('link', { name: 'Account page' }).last();
    const [tab] = await Promise.all([page.context().waitForEvent('page'), account.click()]);
    await tab.getByRole('button', { name: 'Open' }).click();
    await tab.getByRole('button', { name: 'Subscribe to Pro: €19 a month' }).click();
    await tab.getByRole('button', { name: 'Pay' }).first().click();
    await tab.getByRole('heading', { name: 'Thank you!' }).waitFor();
    await tab.close();
    await bubble(creator, 'You are trying out Pro', 'in').first().waitFor();
    await write(creator, '/plan');
    await bubble(creator, 'Your plan: Pro', 'in').first().waitFor();
    expect(open.errors).toEqual([]);
  },
  60_000,
);
