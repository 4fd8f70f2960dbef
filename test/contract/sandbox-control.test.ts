import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { People, Screen } from '#test/support/sandbox/screen.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${sandbox.url}/sandbox/${path}`)).json()) as T;
}

async function post<T = { ok: boolean; error?: string; messageIds?: number[] }>(
  path: string,
  body: unknown,
) {
  const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

async function cast() {
  const bot = await post<{ id: number; token: string }>('bots', {
    username: 'luna_bot',
    name: 'Luna',
  });
  const anna = await post<{ id: number }>('users', { firstName: 'Anna', languageCode: 'de' });
  await post('start', { user: anna.id, bot: bot.id, payload: 'hello' });
  return { bot, anna };
}

describe('the control side for other processes', () => {
  test('makes bots, people and groups and lists them', async () => {
    const { bot, anna } = await cast();
    const group = await post<{ chatId: number }>('groups', {
      title: 'Desk',
      forum: true,
      owner: anna.id,
      bot: bot.id,
      botAdmin: true,
      botMayManageTopics: true,
    });
    const people = await get<People>('people');
    expect(people.bots).toEqual([{ id: bot.id, name: 'Luna', username: 'luna_bot', isBot: true }]);
    expect(people.users).toEqual([{ id: anna.id, name: 'Anna', isBot: false }]);
    expect(people.groups).toEqual([
      { chatId: group.chatId, title: 'Desk', isForum: true, members: [anna.id, bot.id] },
    ]);
    const topic = await fetch(
      `${sandbox.url}/bot${bot.token}/createForumTopic?chat_id=${group.chatId}&name=x`,
    );
    expect(topic.status).toBe(200);
  });

  test('carries out all that a person does', async () => {
    const { bot, anna } = await cast();
    const chat = { user: anna.id, chat: bot.id };
    const sent = await post('act', { ...chat, do: 'send', text: 'helo' });
    const message = sent.messageIds?.[0];
    const data = Buffer.from('text file').toString('base64');
    await post('act', {
      ...chat,
      do: 'send',
      files: [{ kind: 'document', data, fileName: 'a.txt', mimeType: 'text/plain' }],
    });
    await post('act', { ...chat, do: 'edit', message, text: 'hello' });
    await post('act', { ...chat, do: 'react', message, emoji: ['👍'] });
    const screen = await get<Screen>(`screen?user=${anna.id}`);
    const [view] = screen.chats;
    expect(view?.messages.map((each) => each.text)).toEqual(['/start hello', 'hello', '']);
    expect(view?.messages[1]?.reactions).toMatchObject([{ emoji: '👍' }]);
    const file = await fetch(`${sandbox.url}${view?.messages[2]?.media?.url}`);
    expect(await file.text()).toBe('text file');
    await post('act', { ...chat, do: 'delete', message });
    await post('act', { ...chat, do: 'block' });
    const after = await get<Screen>(`screen?user=${anna.id}`);
    expect(after.chats[0]).toMatchObject({ blocked: true, messages: [{}, {}] });
    await post('act', { ...chat, do: 'unblock' });
    await fetch(`${sandbox.url}/bot${bot.token}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({
        chat_id: String(anna.id),
        text: 'Choose',
        reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }),
      }),
    });
    const last = (await get<Screen>(`screen?user=${anna.id}`)).chats[0]?.messages.at(-1);
    expect(await post('act', { ...chat, do: 'tap', message: last?.messageId, data: 'go' })).toEqual(
      { ok: true },
    );
  });

  test('answers with a reason when something is not possible', async () => {
    const { bot, anna } = await cast();
    const impossible = { user: anna.id, chat: bot.id, do: 'edit', message: 1, text: 'x' };
    expect(await post('act', impossible)).toEqual({
      ok: false,
      error: 'There is no message 1 in this chat.',
    });
    expect(await post('act', { user: 1, chat: bot.id, do: 'block' })).toMatchObject({ ok: false });
    expect(await post('dance', {})).toMatchObject({ ok: false });
    const screen = await fetch(`${sandbox.url}/sandbox/screen?user=1`);
    expect(screen.status).toBe(400);
  });

  test('takes faults, tells calls and violations', async () => {
    const { bot } = await cast();
    await post('faults', { fault: 'flood', retryAfter: 3 });
    const call = () => fetch(`${sandbox.url}/bot${bot.token}/getMe`);
    expect((await call()).status).toBe(429);
    await post('faults', [{ fault: 'flood' }]);
    await post('faults', []);
    expect((await call()).status).toBe(200);
    await fetch(`${sandbox.url}/bot${bot.token}/getMe?colour=red`);
    expect(await get<unknown[]>('calls')).toHaveLength(3);
    expect(await get<string[]>('violations')).toEqual([expect.stringContaining('colour')]);
  });

  test('streams a number at each change of a screen', async () => {
    const { bot, anna } = await cast();
    const stop = new AbortController();
    const events = await fetch(`${sandbox.url}/sandbox/events?user=${anna.id}`, {
      signal: stop.signal,
    });
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    const seq = async () => Number(/"seq":(\d+)/.exec((await reader?.read())?.value ?? '')?.[1]);
    const before = await seq();
    await post('act', { user: anna.id, chat: bot.id, do: 'send', text: 'hi' });
    expect(await seq()).toBeGreaterThan(before);
    stop.abort();
  });

  test('lets pages of this machine in and no others', async () => {
    const ask = (origin: string) => fetch(`${sandbox.url}/sandbox/people`, { headers: { origin } });
    const allowed = await ask('http://localhost:3000');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect((await ask('https://evil.example')).status).toBe(403);
    const preflight = await fetch(`${sandbox.url}/sandbox/act`, {
      method: 'OPTIONS',
      headers: { origin: 'http://127.0.0.1:8080' },
    });
    expect(preflight.status).toBe(204);
  });
});
