import { expect, test } from 'vitest';
import type { DemoFan } from '#scripts/demo/demo-fan.ts';
import { demoFans } from '#scripts/demo/fans.ts';
import { playFans } from '#scripts/demo/play.ts';
import { startEchoBot } from '#test/support/echo-bot.ts';
import { type ChatView, type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';
import type { People, Screen } from '#test/support/sandbox/screen.ts';

const atOnce = () => Promise.resolve();
const untilAborted = new AbortController().signal;

async function ask<T>(sandbox: Sandbox, route: string): Promise<T> {
  return (await (await fetch(`${sandbox.url}/sandbox/${route}`)).json()) as T;
}

/** What each fan sees, by first name. */
async function chats(sandbox: Sandbox): Promise<Map<string, ChatView>> {
  const seen = new Map<string, ChatView>();
  const { users } = await ask<People>(sandbox, 'people');
  for (const user of users) {
    const screen = await ask<Screen>(sandbox, `screen?user=${user.id}`);
    const chat = screen.chats[0];
    if (chat) seen.set(user.name.split(' ')[0] ?? '', chat);
  }
  return seen;
}

function fanOf(story: DemoFan['story']): DemoFan {
  return { firstName: 'Anna', username: 'anna_demo', languageCode: 'en', joinsAfterMs: 0, story };
}

test('the six fans join and tell their stories with messages of many kinds', async () => {
  await using sandbox = await startSandbox();
  const bot = sandbox.createBot({ username: 'luna_demo_bot' });
  const outcomes = await playFans({
    sandboxUrl: sandbox.url,
    botId: bot.id,
    fans: demoFans,
    signal: untilAborted,
    wait: atOnce,
  });
  expect(outcomes.map(({ ok }) => ok)).toEqual(demoFans.map(() => true));
  const seen = await chats(sandbox);
  const kinds = [...seen.values()].flatMap((chat) => chat.messages.map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(['text', 'photo', 'voice', 'location']));
  const album = seen.get('Diego')?.messages.filter(({ albumId }) => albumId !== undefined);
  expect(album).toHaveLength(3);
  const edited = seen.get('Priya')?.messages.find(({ editDate }) => editDate !== undefined);
  expect(edited?.text).toContain('September');
  expect(seen.get('Priya')?.messages.at(-1)?.replyTo?.messageId).toBe(edited?.messageId);
  const styled = seen
    .get('Kenji')
    ?.messages.find(({ entities }) => entities.length > 0 && entities[0]?.type === 'italic');
  const [italic] = styled?.entities ?? [];
  expect(
    styled?.text.slice(italic?.offset ?? 0, (italic?.offset ?? 0) + (italic?.length ?? 0)),
  ).toBe('the kitchen videos');
});

test('the stories take about a minute', () => {
  const lengths = demoFans.map(({ joinsAfterMs, story }) =>
    story.reduce((sum, { afterMs }) => sum + afterMs, joinsAfterMs),
  );
  expect(Math.max(...lengths)).toBeLessThanOrEqual(70_000);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(40_000);
});

test('a fan reacts to the newest message of the bot', async () => {
  await using sandbox = await startSandbox();
  const bot = sandbox.createBot({ username: 'luna_demo_bot' });
  const echo = startEchoBot(sandbox.url, bot.token);
  const answered = () =>
    sandbox.calls.some(({ method, outcome }) => method === 'sendMessage' && outcome === 'ok');
  let waits = 0;
  await playFans({
    sandboxUrl: sandbox.url,
    botId: bot.id,
    fans: [fanOf([{ afterMs: 0, do: 'react', emoji: '❤' }])],
    signal: untilAborted,
    wait: async () => {
      waits += 1;
      if (waits === 2) await sandbox.until('the bot has greeted', answered);
    },
  });
  const chat = (await chats(sandbox)).get('Anna');
  expect(chat?.messages.at(-1)?.reactions.map(({ emoji }) => emoji)).toContain('❤');
  await echo.stop();
});

test('a story whose fan blocked the bot ends there, told and not thrown', async () => {
  await using sandbox = await startSandbox();
  const bot = sandbox.createBot({ username: 'luna_demo_bot' });
  let waits = 0;
  const outcomes = await playFans({
    sandboxUrl: sandbox.url,
    botId: bot.id,
    fans: [fanOf([{ afterMs: 0, do: 'send', text: 'never said' }])],
    signal: untilAborted,
    wait: async () => {
      waits += 1;
      if (waits !== 2) return;
      const { users } = await ask<People>(sandbox, 'people');
      const act = { user: users[0]?.id, chat: bot.id, do: 'block' };
      await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body: JSON.stringify(act) });
    },
  });
  expect(outcomes).toMatchObject([{ ok: false, reason: 'refused' }]);
});

test('the play stops when it is called off', async () => {
  await using sandbox = await startSandbox();
  const bot = sandbox.createBot({ username: 'luna_demo_bot' });
  const stop = new AbortController();
  const playing = playFans({
    sandboxUrl: sandbox.url,
    botId: bot.id,
    fans: demoFans,
    signal: stop.signal,
  });
  stop.abort();
  expect(await playing).toEqual(demoFans.map(() => ({ ok: false, reason: 'aborted' })));
});
