import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '#test/support/browser.ts';
import { bubble, openPage, setStage, write } from '#test/support/demo-stage.ts';

const program = findBrowser();
if (program === undefined) {
  console.warn('The demo page is not played: no Chromium or Chrome was found on this machine.');
}

let browser: Browser;

beforeAll(async () => {
  if (program !== undefined) browser = await launchBrowser(program);
});

afterAll(async () => {
  if (program !== undefined) await browser.close();
});

describe.skipIf(program === undefined)('the demo page’s window', () => {
  test('who reads further up is not moved by a new message, but told of it', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    for (let index = 0; index < 60; index += 1) stage.fan.sends(stage.bot, `line ${index}.`);
    await stage.sandbox.until('all are echoed', () => stage.fan.sees(stage.bot).length === 122);
    await using open = await openPage(browser, stage.url);
    await bubble(open.fan, 'line 59.', 'in').waitFor();
    const place = bubble(open.fan, 'line 20.', 'out');
    await place.scrollIntoViewIfNeeded();
    const jump = open.fan.getByRole('button', { name: 'Go to the newest message' });
    await jump.waitFor();
    const before = await place.boundingBox();
    await stage.echo.api.sendMessage(stage.fan.id, 'something new');
    await jump.locator('.count', { hasText: '1' }).waitFor();
    expect(await place.boundingBox()).toEqual(before);
    await jump.click();
    await jump.waitFor({ state: 'hidden' });
  });

  test('a message that stays is not drawn anew when others come', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    for (let index = 0; index < 300; index += 1) stage.fan.sends(stage.bot, `line ${index}`);
    await stage.sandbox.until('all are echoed', () => stage.fan.sees(stage.bot).length === 602);
    await using open = await openPage(browser, stage.url);
    await bubble(open.fan, 'line 299', 'in').waitFor();
    await open.page.evaluate("document.querySelector('#fan .row.out').dataset.kept = 'yes'");
    await stage.echo.api.sendMessage(stage.fan.id, 'something new');
    await bubble(open.fan, 'something new', 'in').waitFor();
    expect(await open.fan.locator('.row.out').first().getAttribute('data-kept')).toBe('yes');
  });

  test('after a lost connection the phones catch up by themselves', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await bubble(open.fan, 'Hello Anna', 'in').waitFor();
    await stage.stopPage();
    await open.fan.locator('.status', { hasText: 'Connecting…' }).waitFor();
    stage.fan.sends(stage.bot, 'while you were away');
    await stage.startPage();
    await bubble(open.fan, 'while you were away', 'in').waitFor();
    const status = open.fan.locator('.status');
    await expect.poll(() => status.innerText()).toBe('bot');
  });

  test('a fan who joins later can be picked', async () => {
    await using stage = await setStage();
    await using open = await openPage(browser, stage.url);
    const late = stage.sandbox.createUser({ firstName: 'Late', lastName: 'Comer' });
    late.start(stage.bot);
    const option = open.page.locator('#fan-person option', { hasText: 'Late Comer' });
    await option.waitFor({ state: 'attached' });
    await open.page.locator('#fan-person').selectOption(String(late.id));
    await bubble(open.fan, 'Hello Late', 'in').waitFor();
    expect(await bubble(open.fan, 'Hello Anna', 'in').count()).toBe(0);
  });

  test('on a narrow window the phones are two tabs with a dot for news', async () => {
    await using stage = await setStage();
    stage.creator.start(stage.bot);
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url, {
      viewport: { width: 375, height: 667 },
      hasTouch: true,
      isMobile: true,
    });
    await bubble(open.creator, 'Hello Luna', 'in').waitFor();
    expect(await open.fan.isVisible()).toBe(false);
    stage.fan.sends(stage.bot, 'news');
    const tab = open.page.getByRole('tab', { name: 'Fan' });
    await tab.locator('.dot').waitFor();
    await tab.click();
    await bubble(open.fan, 'news', 'in').waitFor();
    expect(await open.creator.isVisible()).toBe(false);
    await tab.locator('.dot').waitFor({ state: 'hidden' });
    await write(open.fan, 'from a small window');
    await bubble(open.fan, 'from a small window', 'in').waitFor();
    await stage.echo.api.sendMessage(stage.fan.id, 'ok', {
      reply_markup: {
        inline_keyboard: [[{ text: 'a very long button '.repeat(5), callback_data: 'x' }]],
      },
    });
    const key = open.fan.getByRole('button', { name: 'a very long button' });
    await key.waitFor();
    const box = await key.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
    const wider = await open.page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(wider).toBe(false);
  });

  test('light and dark follow the system until the person chooses', async () => {
    await using stage = await setStage();
    await using open = await openPage(browser, stage.url, { colorScheme: 'dark' });
    const colour = () => open.page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await colour();
    await open.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(colour).not.toBe(dark);
    await open.page.getByRole('button', { name: 'Switch between light and dark' }).click();
    await expect.poll(colour).toBe(dark);
    await open.page.reload();
    await expect.poll(colour).toBe(dark);
  });
});
