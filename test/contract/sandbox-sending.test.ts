import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: () => 1_800_000_000_000 });
});
afterEach(() => sandbox.close());

function privateChat() {
  const bot = sandbox.createBot({ username: 'luna_bot', name: 'Luna' });
  const anna = sandbox.createUser({ firstName: 'Anna', lastName: 'Berg', username: 'annab' });
  const start = anna.start(bot);
  return { bot, anna, start, api: clientOf(sandbox, bot) };
}

describe('who may be written to', () => {
  test('a token is long and real in shape, and only the newest one works', async () => {
    const { bot, api } = privateChat();
    expect(bot.token).toMatch(/^\d{6,}:[A-Za-z0-9_-]{35}$/);
    expect((await api.getMe()).username).toBe('luna_bot');
    const fresh = bot.revokeToken();
    expect(await refusal(api.getMe())).toBe('401 Unauthorized');
    expect(fresh).toBe(bot.token);
    expect((await clientOf(sandbox, bot).getMe()).id).toBe(bot.id);
  });

  test('an unknown token is unauthorized and an unknown method is not found', async () => {
    const { bot } = privateChat();
    expect(await refusal(clientOf(sandbox, { token: '1:x' }).getMe())).toBe('401 Unauthorized');
    const answer = await fetch(`${sandbox.url}/bot${bot.token}/makeCoffee`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });

  test('a person who never wrote is an unknown chat, also to the second bot of a fan', async () => {
    const { anna, api } = privateChat();
    const stranger = sandbox.createUser();
    const second = clientOf(sandbox, sandbox.createBot({ username: 'mira_bot' }));
    expect(await refusal(api.sendMessage(stranger.id, 'hi'))).toBe(
      '400 Bad Request: chat not found',
    );
    expect(await refusal(second.sendMessage(anna.id, 'hi'))).toBe(
      '400 Bad Request: chat not found',
    );
    expect(await refusal(api.sendMessage(12_345, 'hi'))).toBe('400 Bad Request: chat not found');
  });

  test('a member of a common group who never started the bot cannot be written to', async () => {
    const { bot, api } = privateChat();
    const owner = sandbox.createUser();
    sandbox.createGroup({ title: 'Desk', forum: false, owner }).adds(bot);
    expect(await refusal(api.sendMessage(owner.id, 'hi'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
  });

  test('a person who blocked the bot and a deleted account refuse everything', async () => {
    const { bot, anna, api } = privateChat();
    anna.blocks(bot);
    expect(await refusal(api.sendMessage(anna.id, 'hi'))).toBe(
      '403 Forbidden: bot was blocked by the user',
    );
    anna.unblocks(bot);
    await api.sendMessage(anna.id, 'back');
    anna.deactivates();
    expect(await refusal(api.sendMessage(anna.id, 'hi'))).toBe(
      '403 Forbidden: user is deactivated',
    );
    expect(await refusal(api.sendChatAction(anna.id, 'typing'))).toBe(
      '403 Forbidden: user is deactivated',
    );
  });
});

describe('texts', () => {
  test('an empty text and one of white space are refused', async () => {
    const { anna, api } = privateChat();
    for (const text of ['', ' \n ', '<b> </b>'])
      expect(await refusal(api.sendMessage(anna.id, text, { parse_mode: 'HTML' }))).toBe(
        '400 Bad Request: message text is empty',
      );
  });

  test('4096 characters pass and 4097 do not, and an emoji is one character', async () => {
    const { anna, api } = privateChat();
    await api.sendMessage(anna.id, 'x'.repeat(4096));
    await api.sendMessage(anna.id, '😀'.repeat(4096));
    expect(await refusal(api.sendMessage(anna.id, 'x'.repeat(4097)))).toBe(
      '400 Bad Request: message is too long',
    );
  });

  test('white space around a text is cut and its entities move along', async () => {
    const { anna, api } = privateChat();
    const sent = await api.sendMessage(anna.id, '  bold text ', {
      entities: [{ type: 'bold', offset: 2, length: 4 }],
    });
    expect(sent.text).toBe('bold text');
    expect(sent.entities).toEqual([{ type: 'bold', offset: 0, length: 4 }]);
  });

  test('an entity outside the text or in the middle of an emoji is refused', async () => {
    const { anna, api } = privateChat();
    const send = (text: string, offset: number, length: number) =>
      api.sendMessage(anna.id, text, { entities: [{ type: 'bold', offset, length }] });
    expect(await refusal(send('short', 3, 5))).toMatch(
      /^400 Bad Request: entity beginning at UTF-16 offset 3 ends/,
    );
    expect(await refusal(send('😀😀', 1, 1))).toMatch(/in a middle of a UTF-16 symbol/);
  });

  test('HTML becomes entities, and what is no HTML is refused as Telegram does', async () => {
    const { anna, api } = privateChat();
    const html = (text: string) => api.sendMessage(anna.id, text, { parse_mode: 'HTML' });
    const sent = await html(
      '<b>A&lt;<i>B</i></b> <a href="https://x.org/">link</a> <pre><code class="language-js">1</code></pre>',
    );
    expect(sent.text).toBe('A<B link 1');
    expect(sent.entities?.map((e) => e.type)).toEqual(['bold', 'italic', 'text_link', 'pre']);
    const refused = "400 Bad Request: can't parse entities: ";
    expect(await refusal(html('<b>x'))).toBe(
      `${refused}Can't find end tag corresponding to start tag "b"`,
    );
    expect(await refusal(html('1 < 2'))).toBe(
      `${refused}Unsupported start tag "" at byte offset 2`,
    );
    expect(await refusal(html('<h1>x</h1>'))).toBe(
      `${refused}Unsupported start tag "h1" at byte offset 0`,
    );
    expect(await refusal(html('<b><i>x</b></i>'))).toBe(
      `${refused}Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`,
    );
  });

  test('links, mentions, hashtags and commands are found without being marked', async () => {
    const { anna, api } = privateChat();
    const sent = await api.sendMessage(anna.id, 'see t.me/x, @luna_bot #new /help a@b.io');
    expect(sent.entities?.map((e) => sent.text.slice(e.offset, e.offset + e.length))).toEqual([
      't.me/x',
      '@luna_bot',
      '#new',
      '/help',
      'a@b.io',
    ]);
  });
});

describe('keyboards', () => {
  const withData = (callback_data: string) => ({
    reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data }]] },
  });

  test('64 bytes of callback data pass, 65 do not, and bytes are counted, not letters', async () => {
    const { anna, api } = privateChat();
    await api.sendMessage(anna.id, 'x', withData('d'.repeat(64)));
    for (const data of ['d'.repeat(65), 'ü'.repeat(33)])
      expect(await refusal(api.sendMessage(anna.id, 'x', withData(data)))).toBe(
        '400 Bad Request: BUTTON_DATA_INVALID',
      );
  });

  test('a button without an action and one without a text are refused', async () => {
    const { anna, api } = privateChat();
    const send = (button: object) =>
      api.sendMessage(anna.id, 'x', { reply_markup: { inline_keyboard: [[button as never]] } });
    expect(await refusal(send({ text: 'Go' }))).toBe(
      '400 Bad Request: text buttons are unallowed in the inline keyboard',
    );
    expect(await refusal(send({ text: '', callback_data: 'x' }))).toMatch(/text is empty/);
    expect(await refusal(send({ text: 'Go', url: 'nowhere' }))).toMatch(/Wrong HTTP URL/);
  });
});

describe('replies', () => {
  test('a reply shows its target, and one to nothing is refused unless that is allowed', async () => {
    const { bot, anna, api } = privateChat();
    const question = anna.sends(bot, 'How are you?');
    const sent = await api.sendMessage(anna.id, 'Fine', {
      reply_parameters: { message_id: question },
    });
    expect(sent.reply_to_message?.text).toBe('How are you?');
    expect(anna.sees(bot).at(-1)?.replyTo).toEqual({
      messageId: question,
      name: 'Anna Berg',
      snippet: 'How are you?',
    });
    anna.deletes(bot, question);
    const lost = { message_id: question };
    expect(await refusal(api.sendMessage(anna.id, 'x', { reply_parameters: lost }))).toBe(
      '400 Bad Request: message to be replied not found',
    );
    const anyway = await api.sendMessage(anna.id, 'x', {
      reply_parameters: { ...lost, allow_sending_without_reply: true },
    });
    expect(anyway.reply_to_message).toBeUndefined();
  });
});

describe('strictness about requests', () => {
  const post = async (token: string, method: string, body: unknown) => {
    const answer = await fetch(`${sandbox.url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { ok: boolean; description?: string };
  };

  test('unknown, missing and ill-typed parameters are refused by name and noted as violations', async () => {
    const { bot, anna } = privateChat();
    const send = (body: object) =>
      post(bot.token, 'sendMessage', { chat_id: anna.id, text: 'x', ...body });
    expect((await send({ colour: 'red' })).description).toContain('"colour"');
    expect((await send({ text: undefined })).description).toContain('"text"');
    expect((await send({ disable_notification: 'yes' })).description).toContain(
      '"disable_notification"',
    );
    expect((await send({ suggested_post_parameters: {} })).description).toContain('does not play');
    expect(sandbox.violations).toHaveLength(4);
    expect(anna.seesTexts(bot)).toEqual(['/start']);
  });

  test('without the schema file, unknown, missing and ill-typed parameters are refused all the same', async () => {
    await using bare = await startSandbox({ useSchema: false });
    const bot = bare.createBot({ username: 'luna_bot' });
    const ask = async (query: string) =>
      (await fetch(`${bare.url}/bot${bot.token}/${query}`)).status;
    expect(await ask('getMe')).toBe(200);
    expect(await ask('getMe?colour=red')).toBe(400);
    expect(await ask('sendMessage?chat_id=1')).toBe(400);
    expect(await ask('getUpdates?limit=many')).toBe(400);
    expect(await ask('setMyCommands?commands={}')).toBe(400);
    expect(bare.violations).toHaveLength(4);
  });

  test('GET, urlencoded and multipart requests mean the same as JSON', async () => {
    const { bot, anna } = privateChat();
    const url = `${sandbox.url}/bot${bot.token}/sendMessage`;
    const query = new URLSearchParams({
      chat_id: String(anna.id),
      text: 'one',
      protect_content: 'true',
    });
    await fetch(`${url}?${query.toString()}`);
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(anna.id), text: 'two' }),
    });
    const form = new FormData();
    form.set('chat_id', String(anna.id));
    form.set('text', 'three');
    form.set(
      'reply_markup',
      JSON.stringify({ inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }),
    );
    await fetch(url, { method: 'POST', body: form });
    expect(anna.seesTexts(bot)).toEqual(['/start', 'one', 'two', 'three']);
    expect(anna.sees(bot).at(-1)?.buttons).toEqual([[{ text: 'Go', data: 'go' }]]);
    expect(sandbox.violations).toEqual([]);
  });

  test('broken JSON is refused', async () => {
    const { bot } = privateChat();
    const answer = await fetch(`${sandbox.url}/bot${bot.token}/getMe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":',
    });
    expect(answer.status).toBe(400);
  });

  test('each call is recorded with its outcome and without the token', async () => {
    const { bot, anna, api } = privateChat();
    await api.sendMessage(anna.id, 'one');
    await refusal(api.sendMessage(anna.id, ''));
    expect(
      sandbox.calls.map(({ method, outcome, errorCode }) => [method, outcome, errorCode]),
    ).toEqual([
      ['sendMessage', 'ok', undefined],
      ['sendMessage', 'error', 400],
    ]);
    expect(sandbox.calls[0]?.params['text']).toBe('one');
    expect(JSON.stringify(sandbox.calls)).not.toContain(bot.token);
  });
});

describe('ids', () => {
  test('message ids rise by one within a chat and differ from chat to chat', async () => {
    const { bot, anna, start, api } = privateChat();
    const ben = sandbox.createUser({ firstName: 'Ben' });
    const other = ben.start(bot);
    const sent = await api.sendMessage(anna.id, 'x');
    expect(sent.message_id).toBe(start + 1);
    expect(Math.abs(other - start)).toBeGreaterThan(10);
    expect(anna.id).toBeGreaterThan(2 ** 32);
  });

  test('the same seed gives the same ids', async () => {
    await using again = await startSandbox();
    expect(again.createUser().id).toBe(sandbox.createUser().id);
  });
});
