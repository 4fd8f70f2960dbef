import { HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
let now = 1_800_000_000_000;
beforeEach(async () => {
  sandbox = await startSandbox({ now: () => now });
});
afterEach(() => sandbox.close());

function privateChat() {
  const bot = sandbox.createBot({ username: 'luna_bot' });
  const anna = sandbox.createUser({ firstName: 'Anna' });
  anna.start(bot);
  return { bot, anna, api: clientOf(sandbox, bot) };
}

describe('faults', () => {
  test('a flood answers 429 with the seconds, without effect, as often as asked', async () => {
    const { bot, anna, api } = privateChat();
    sandbox.fault({ fault: 'flood', retryAfter: 7, times: 2 });
    for (let i = 0; i < 2; i++)
      await expect(api.sendMessage(anna.id, 'x')).rejects.toMatchObject({
        error_code: 429,
        description: 'Too Many Requests: retry after 7',
        parameters: { retry_after: 7 },
      });
    await api.sendMessage(anna.id, 'x');
    expect(anna.seesTexts(bot)).toEqual(['/start', 'x']);
  });

  test('a fault strikes the method, chat and bot it names, and polling only by name', async () => {
    const { anna, api } = privateChat();
    const ben = sandbox.createUser();
    ben.start(sandbox.createBot({ username: 'mira_bot' }));
    sandbox.fault({
      fault: 'error',
      code: 500,
      description: 'Internal Server Error',
      chat: anna.id,
    });
    await api.getUpdates();
    await api.getMe();
    expect(await refusal(api.sendChatAction(anna.id, 'typing'))).toBe('500 Internal Server Error');
    sandbox.fault({ fault: 'flood', method: 'getUpdates' });
    sandbox.fault({ fault: 'flood', bot: 1 });
    await api.sendMessage(anna.id, 'x');
    expect(await refusal(api.getUpdates())).toBe('429 Too Many Requests: retry after 1');
    sandbox.fault({ fault: 'flood' });
    await api.getUpdates();
    sandbox.clearFaults();
    await api.sendMessage(anna.id, 'x');
  });

  test('a bad gateway answers HTML', async () => {
    const { bot } = privateChat();
    sandbox.fault({ fault: 'bad_gateway' });
    const answer = await fetch(`${sandbox.url}/bot${bot.token}/getMe`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('<html>');
  });

  test('a dropped connection looks the same before and after the call took effect', async () => {
    const { bot, anna, api } = privateChat();
    sandbox.fault({ fault: 'drop_before' });
    await expect(api.sendMessage(anna.id, 'lost')).rejects.toBeInstanceOf(HttpError);
    sandbox.fault({ fault: 'drop_after' });
    await expect(api.sendMessage(anna.id, 'sent')).rejects.toBeInstanceOf(HttpError);
    expect(anna.seesTexts(bot)).toEqual(['/start', 'sent']);
    expect(sandbox.calls.map((call) => [call.outcome, call.result !== undefined])).toEqual([
      ['dropped', false],
      ['dropped', true],
    ]);
  });

  test('slowness waits on the sandbox’s own clock', async () => {
    const timers: { ms: number; fn: () => void }[] = [];
    await using slow = await startSandbox({
      afterMs: (ms, fn) => {
        timers.push({ ms, fn });
        return () => {};
      },
    });
    const bot = slow.createBot({ username: 'luna_bot' });
    slow.fault({ fault: 'slow', ms: 90_000 });
    const call = clientOf(slow, bot).getMe();
    const timer = await slow.until('the call waits', () => timers.at(-1));
    expect(timer.ms).toBe(90_000);
    expect(slow.calls).toEqual([]);
    timer.fn();
    expect((await call).id).toBe(bot.id);
  });
});

describe('the pace of Telegram', () => {
  const accepted = async (send: () => Promise<unknown>, times: number) => {
    let count = 0;
    for (let i = 0; i < times; i++)
      await send().then(
        () => (count += 1),
        () => undefined,
      );
    return count;
  };

  test('is off at first', async () => {
    const { anna, api } = privateChat();
    expect(await accepted(() => api.sendMessage(anna.id, 'x'), 40)).toBe(40);
  });

  test('a private chat takes bursts of three and then one a second', async () => {
    const { anna, api } = privateChat();
    sandbox.limits(true);
    expect(await accepted(() => api.sendMessage(anna.id, 'x'), 6)).toBe(3);
    expect(
      await refusal(
        api.copyMessage(
          anna.id,
          anna.id,
          anna.sees(anna.screen().chats[0]?.bots[0] as never)[0]?.messageId ?? 0,
        ),
      ),
    ).toBe('429 Too Many Requests: retry after 1');
    await api.sendChatAction(anna.id, 'typing');
    now += 1_000;
    expect(await accepted(() => api.sendMessage(anna.id, 'x'), 3)).toBe(1);
  });

  test('a group takes twenty a minute', async () => {
    const { bot, anna, api } = privateChat();
    const group = sandbox.createGroup({ title: 'Desk', forum: false, owner: anna });
    group.adds(bot);
    sandbox.limits(true);
    expect(await accepted(() => api.sendMessage(group.id, 'x'), 25)).toBe(20);
    expect(await refusal(api.sendMessage(group.id, 'x'))).toBe(
      '429 Too Many Requests: retry after 3',
    );
    now += 60_000;
    expect(await accepted(() => api.sendMessage(group.id, 'x'), 25)).toBe(20);
  });

  test('a bot sends thirty a second to all chats together', async () => {
    const { bot, api } = privateChat();
    const people = Array.from({ length: 40 }, () => sandbox.createUser());
    for (const person of people) person.start(bot);
    sandbox.limits(true);
    let next = 0;
    expect(await accepted(() => api.sendMessage(people[next++]?.id ?? 0, 'x'), 40)).toBe(30);
  });
});
