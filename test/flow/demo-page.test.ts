import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paintPng } from '#scripts/demo/png.ts';
import { findBrowser, launchBrowser } from '#test/support/browser.ts';
import { bubble, openMenu, openPage, setStage, write } from '#test/support/demo-stage.ts';

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

/** A small picture in one colour. */
function picture(name: string, red: number) {
  const buffer = paintPng(64, 48, () => [red, 90, 160]);
  return { name, mimeType: 'image/png', buffer };
}

async function menu(phone: Locator, message: Locator, entry: string): Promise<void> {
  await openMenu(message);
  await phone.getByRole('menu').getByText(entry, { exact: true }).click();
}

describe.skipIf(program === undefined)('the demo page in a browser', () => {
  test('a fan presses Start, writes, and sees the bot answer', async () => {
    await using stage = await setStage();
    await using open = await openPage(browser, stage.url);
    await open.fan.getByRole('button', { name: 'Start', exact: true }).click();
    await bubble(open.fan, 'Hello Anna', 'in').waitFor();
    await write(open.fan, 'Is this really you?');
    await bubble(open.fan, 'Is this really you?', 'out').waitFor();
    const answer = bubble(open.fan, 'Is this really you?', 'in');
    await answer.waitFor();
    expect(await answer.locator('.quote').innerText()).toContain('Anna');
    expect(stage.fan.seesTexts(stage.bot)).toContain('Is this really you?');
    expect(open.errors).toEqual([]);
  });

  test('the two phones are two people, and each sees only the own chat', async () => {
    await using stage = await setStage();
    stage.creator.start(stage.bot);
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await bubble(open.creator, 'Hello Luna', 'in').waitFor();
    await bubble(open.fan, 'Hello Anna', 'in').waitFor();
    await write(open.fan, 'Only on my phone');
    await bubble(open.fan, 'Only on my phone', 'in').waitFor();
    expect(await open.creator.getByText('Only on my phone').count()).toBe(0);
  });

  test('a tap on a button shows the toast or the alert, and the message changes in place', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await open.fan.getByRole('button', { name: 'Alert' }).click();
    const alert = open.fan.getByRole('alertdialog');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('This is an alert');
    await open.page.keyboard.press('Enter');
    await alert.waitFor({ state: 'detached' });
    await open.fan.getByRole('button', { name: 'Toast' }).click();
    await open.fan.locator('.toast', { hasText: 'This is a toast' }).waitFor();
    const changed = bubble(open.fan, 'Changed by the bot', 'in');
    await changed.waitFor();
    expect(await changed.locator('.edited').innerText()).toBe('edited');
  });

  test('a double tap on a button is one tap', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await open.fan.getByRole('button', { name: 'Toast' }).dblclick();
    await bubble(open.fan, 'Changed by the bot', 'in').waitFor();
    expect(await open.fan.locator('.toast').allInnerTexts()).toEqual(['This is a toast']);
  });

  test('of a long quote three lines are shown, and a short one has no button for more', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    for (const text of ['Short.', 'A long one. '.repeat(40).trim()]) {
      const entities = [{ type: 'expandable_blockquote', offset: 0, length: text.length }];
      await fetch(`${stage.sandbox.url}/bot${stage.bot.token}/sendMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: stage.fan.id, text, entities }),
      });
    }
    const long = bubble(open.fan, 'A long one.', 'in');
    await long.getByRole('button', { name: 'Show more' }).click();
    await long.getByRole('button', { name: 'Show less' }).waitFor();
    const short = bubble(open.fan, 'Short.', 'in');
    await expect.poll(() => short.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });

  test('links are opened only over http, https and tg, and tell no referrer', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    stage.fan.sends(stage.bot, {
      text: 'good and bad',
      entities: [
        { type: 'text_link', offset: 0, length: 4, url: 'https://example.com/' },
        { type: 'text_link', offset: 9, length: 3, url: 'javascript:alert(1)' },
      ],
    });
    await using open = await openPage(browser, stage.url);
    const message = bubble(open.fan, 'good and bad', 'out');
    await message.waitFor();
    const links = message.locator('a');
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('href')).toBe('https://example.com/');
    expect(await links.getAttribute('rel')).toContain('noreferrer');
  });

  test('a person reacts, sees the reaction mirrored, and takes it away', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    const id = stage.fan.sends(stage.bot, 'React to me');
    await using open = await openPage(browser, stage.url);
    const message = bubble(open.fan, 'React to me', 'out');
    await openMenu(message);
    await open.fan.getByRole('menuitemradio', { name: 'React with 🔥' }).click();
    const chip = message.locator('.chip[data-emoji="🔥"]');
    await chip.waitFor();
    await stage.sandbox.until('the bot mirrors the reaction', () => {
      const seen = stage.fan.sees(stage.bot).find((one) => one.messageId === id);
      return seen?.reactions.length === 2;
    });
    await message.locator('.chip .avatar').nth(1).waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await chip.click();
    await chip.waitFor({ state: 'detached' });
  });

  test('typed marks become formatting, and an edit reaches the bot', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await write(open.fan, 'so **bold** and `code` and ||secret||');
    const message = bubble(open.fan, 'so bold', 'out');
    await message.waitFor();
    expect(await message.locator('strong').innerText()).toBe('bold');
    expect(await message.locator('code').innerText()).toBe('code');
    const secret = message.getByRole('button', { name: 'Show hidden text' });
    await secret.click();
    await secret.waitFor({ state: 'detached' });

    await menu(open.fan, message, 'Edit');
    const field = open.fan.getByLabel('Message', { exact: true });
    expect(await field.inputValue()).toBe('so **bold** and `code` and ||secret||');
    await write(open.fan, 'now plain');
    await bubble(open.fan, 'You changed it to: now plain', 'in').waitFor();
    expect(await bubble(open.fan, 'now plain', 'out').locator('.edited').count()).toBe(1);
  });

  test('a question that asks for a reply opens the field as one, once, until it is left', async () => {
    await using stage = await setStage();
    stage.creator.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    const ask = (text: string) =>
      stage.echo.api.sendMessage(stage.creator.id, text, {
        reply_markup: { force_reply: true, selective: true, input_field_placeholder: 'Your note' },
      });
    await ask('What shall I note?');
    const about = open.creator.locator('.about', { hasText: 'What shall I note?' });
    await about.waitFor();
    await open.creator.getByPlaceholder('Your note').waitFor();
    await write(open.creator, 'likes tea');
    await about.waitFor({ state: 'hidden' });
    await bubble(open.creator, 'likes tea', 'out').waitFor();
    const answer = stage.creator.sees(stage.bot).find(({ text }) => text === 'likes tea');
    expect(answer?.replyTo?.snippet).toBe('What shall I note?');
    await ask('And now?');
    const second = open.creator.locator('.about', { hasText: 'And now?' });
    await second.waitFor();
    await open.creator.getByRole('button', { name: 'Cancel reply' }).click();
    await second.waitFor({ state: 'hidden' });
    await open.creator.getByPlaceholder('Message', { exact: true }).waitFor();
    await stage.echo.api.sendMessage(stage.creator.id, 'something else');
    await bubble(open.creator, 'something else', 'in').waitFor();
    expect(await second.isVisible()).toBe(false);
  });

  test('Escape leaves a reply, Shift and Enter make a new line', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    stage.fan.sends(stage.bot, 'Answer this');
    await using open = await openPage(browser, stage.url);
    const bar = open.fan.locator('.about');
    await menu(open.fan, bubble(open.fan, 'Answer this', 'out'), 'Reply');
    expect(await bar.innerText()).toContain('Reply to Anna');
    const field = open.fan.getByLabel('Message', { exact: true });
    await field.press('Escape');
    expect(await bar.isVisible()).toBe(false);
    await field.pressSequentially('one');
    await field.press('Shift+Enter');
    await field.pressSequentially('two');
    await field.press('Enter');
    await bubble(open.fan, 'one', 'in').waitFor();
    expect(stage.fan.seesTexts(stage.bot)).toContain('one\ntwo');
  });

  test('a person deletes an own message after being asked', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    const id = stage.fan.sends(stage.bot, 'Oops');
    await using open = await openPage(browser, stage.url);
    const message = bubble(open.fan, 'Oops', 'out');
    await menu(open.fan, message, 'Delete');
    await open.fan.getByRole('alertdialog').getByText('Delete', { exact: true }).click();
    await message.waitFor({ state: 'detached' });
    const left = stage.fan.sees(stage.bot).map(({ messageId }) => messageId);
    expect(left).not.toContain(id);
  });

  test('a picture with a caption travels both ways and is really shown', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await open.fan.getByLabel('Choose files').setInputFiles(picture('one.png', 200));
    await open.fan.getByRole('list', { name: 'Attached files' }).locator('img').waitFor();
    await write(open.fan, 'Look at this');
    await bubble(open.fan, 'Look at this', 'out').waitFor();
    const image = bubble(open.fan, 'Look at this', 'in').locator('img');
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        image.evaluate((node) => (node as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBe(64);
  });

  test('several pictures are one album, and other files go as files', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') };
    await open.fan
      .getByLabel('Choose files')
      .setInputFiles([picture('a.png', 10), picture('b.png', 90), picture('c.png', 180), text]);
    await open.fan.getByTitle('notes.txt').waitFor();
    await write(open.fan, 'Three and a file');
    const album = open.fan.locator('.row.out .album.of-3');
    await album.waitFor();
    expect(await album.locator('.tile img').count()).toBe(3);
    const file = open.fan.locator('.row.out a.document');
    expect(await file.innerText()).toContain('notes.txt');
    const kinds = stage.fan.sees(stage.bot).map((message) => message.kind);
    expect(kinds).toEqual(expect.arrayContaining(['photo', 'document']));
  });

  test('each ready-made kind can be sent and is shown as itself', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    const kinds = [
      ['Voice message', '.voice'],
      ['Sticker', '.sticker'],
      ['Location', '.map'],
      ['Contact', '.contact'],
      ['Poll', '.poll'],
      ['Dice', '.dice'],
    ] as const;
    for (const [label, shown] of kinds) {
      await open.fan.getByRole('button', { name: 'Attach' }).click();
      await open.fan.getByRole('menuitem', { name: label }).click();
      await open.fan.locator(`.row.out ${shown}`).waitFor();
    }
    expect(open.errors).toEqual([]);
  });

  test('typing and a text in the making are seen while they last', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await write(open.fan, 'type');
    await open.fan.locator('.chat-header .status', { hasText: 'typing…' }).waitFor();
    await write(open.fan, 'draft');
    await open.fan.locator('.draft', { hasText: 'Still writing' }).waitFor();
    expect(stage.fan.seesTexts(stage.bot)).not.toContain('Still writing');
  });

  test('markup in names and texts is shown as text and runs nowhere', async () => {
    const evil = '<img src=x onerror="document.title=1">';
    await using stage = await setStage(evil);
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await bubble(open.fan, `Hello ${evil}`, 'in').waitFor();
    await write(open.fan, '<script>document.title=2</script><b>x</b>');
    await bubble(open.fan, '<script>document.title=2</script><b>x</b>', 'in').waitFor();
    expect(await open.page.locator('#fan-person option').first().innerText()).toContain(evil);
    expect(await open.page.title()).toBe('Fanline demo');
    expect(await open.fan.locator('img[src="x"], script, .text b').count()).toBe(0);
    expect(open.errors).toEqual([]);
  });

  test('the sandbox’s refusal is told, and what was typed stays', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await bubble(open.fan, 'Hello Anna', 'in').waitFor();
    const long = 'x'.repeat(5000);
    await write(open.fan, long);
    await open.fan.locator('.toast', { hasText: '4096' }).waitFor();
    const field = open.fan.getByLabel('Message', { exact: true });
    await expect.poll(() => field.inputValue()).toBe(long);
  });

  test('a fan blocks the bot from the menu and comes back', async () => {
    await using stage = await setStage();
    stage.fan.start(stage.bot);
    await using open = await openPage(browser, stage.url);
    await open.fan.getByRole('button', { name: 'Chat menu' }).click();
    await open.fan.getByRole('menuitem', { name: 'Block bot' }).click();
    const back = open.fan.getByRole('button', { name: 'Unblock', exact: true });
    await back.waitFor();
    expect(stage.fan.screen().chats[0]?.blocked).toBe(true);
    await back.click();
    await open.fan.getByLabel('Message', { exact: true }).waitFor();
  });

  test('a forum desk is a list of topics on the creator’s phone', async () => {
    await using stage = await setStage();
    const desk = stage.sandbox.createGroup({ title: 'Desk', forum: true, owner: stage.creator });
    desk.adds(stage.bot, { admin: true, manageTopics: true });
    const topic = desk.createsTopic(stage.creator, 'Anna <b>Berg</b>');
    desk.createsTopic(stage.creator, 'Tom');
    stage.creator.sends(desk, { text: 'only here', topic });
    await using open = await openPage(browser, stage.url);
    await open.page
      .locator('#creator-chat option', { hasText: 'Desk' })
      .waitFor({ state: 'attached' });
    await open.page.locator('#creator-chat').selectOption(String(desk.id));
    const topics = open.creator.getByRole('list', { name: 'Topics' });
    await topics.getByText('Anna <b>Berg</b>').click();
    await bubble(open.creator, 'only here', 'out').waitFor();
    await write(open.creator, 'second');
    await bubble(open.creator, 'second', 'out').waitFor();
    const sent = stage.creator.sees(desk).find((message) => message.text === 'second');
    expect(sent?.topicId).toBe(topic);
    await open.creator.getByRole('button', { name: 'Back to topics' }).click();
    await topics.getByText('Tom', { exact: true }).click();
    await open.creator.getByRole('heading', { name: 'Tom' }).waitFor();
    expect(await open.creator.getByText('only here').count()).toBe(0);
  });
});
