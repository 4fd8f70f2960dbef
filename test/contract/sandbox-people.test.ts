import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';
import type { People } from '#test/support/sandbox/screen.ts';

let sandbox: Sandbox;
let now = 1_800_000_000_000;
beforeEach(async () => {
  sandbox = await startSandbox({ now: () => now });
});
afterEach(() => sandbox.close());

function privateChat() {
  const bot = sandbox.createBot({ username: 'luna_bot', name: 'Luna' });
  const anna = sandbox.createUser({ firstName: 'Anna', languageCode: 'de' });
  return { bot, anna, api: clientOf(sandbox, bot) };
}

test('a deep link sends its payload behind the start command', async () => {
  const { bot, anna, api } = privateChat();
  const id = anna.start(bot, 'claim_x-1');
  const [update] = await api.getUpdates();
  expect(update?.message).toMatchObject({
    message_id: id,
    text: '/start claim_x-1',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    from: { id: anna.id, is_bot: false, first_name: 'Anna', language_code: 'de' },
    chat: { id: anna.id, type: 'private' },
  });
  expect(() => anna.start(bot, 'no spaces')).toThrow('start parameter');
});

test('who wrote before can be written to, is no news for the bot, and sleeps until then', async () => {
  const { bot, anna, api } = privateChat();
  const tom = sandbox.createUser({ firstName: 'Tom' });
  anna.wroteBefore(bot);
  tom.wroteBefore(bot, { blocked: true });
  expect(await api.getUpdates()).toEqual([]);
  const people = async () => {
    const response = await fetch(`${sandbox.url}/sandbox/people`);
    return ((await response.json()) as People).users.map(({ name }) => name);
  };
  expect(await people()).toEqual([]);
  await api.sendMessage(anna.id, 'Hello again');
  expect(await people()).toEqual(['Anna']);
  expect(await refusal(api.sendMessage(tom.id, 'Hello'))).toContain('403');
});

test('blocking and coming back are told in the private chat', async () => {
  const { bot, anna, api } = privateChat();
  anna.start(bot);
  anna.blocks(bot);
  expect(anna.screen().chats[0]?.blocked).toBe(true);
  expect(() => anna.sends(bot, 'x')).toThrow('blocked');
  anna.unblocks(bot);
  const changes = (await api.getUpdates())
    .map((u) => u.my_chat_member)
    .filter((c) => c !== undefined);
  expect(
    changes.map((c) => [c.chat.id, c.old_chat_member.status, c.new_chat_member.status]),
  ).toEqual([
    [anna.id, 'member', 'kicked'],
    [anna.id, 'kicked', 'member'],
  ]);
});

test('every kind that a person sends reaches the bot as its own field', async () => {
  const { bot, anna, api } = privateChat();
  const kinds = [
    'photo',
    'video',
    'voice',
    'video_note',
    'audio',
    'document',
    'sticker',
    'animation',
  ] as const;
  for (const kind of kinds) anna.sends(bot, { file: { kind } });
  anna.sends(bot, { location: { latitude: 1, longitude: 2 } });
  anna.sends(bot, { contact: { phoneNumber: '+49', firstName: 'Ben' } });
  anna.sends(bot, { poll: { question: '?', options: ['a', 'b'] } });
  anna.sends(bot, { dice: { emoji: '🎲' } });
  const updates = await api.getUpdates();
  const all = [...kinds, 'location', 'contact', 'poll', 'dice'] as const;
  expect(updates).toHaveLength(all.length);
  for (const [index, kind] of all.entries()) expect(updates[index]?.message).toHaveProperty(kind);
});

describe('buttons', () => {
  async function withButton() {
    const chat = privateChat();
    chat.anna.start(chat.bot);
    const sent = await chat.api.sendMessage(chat.anna.id, 'Choose', {
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go:1' }]] },
    });
    return { ...chat, id: sent.message_id };
  }

  test('a tap brings the data and the message, and its answer shows to who tapped', async () => {
    const { bot, anna, api, id } = await withButton();
    const query = anna.taps(bot, id, 'Go');
    const update = (await api.getUpdates()).at(-1)?.callback_query;
    expect(update).toMatchObject({
      id: query,
      data: 'go:1',
      from: { id: anna.id },
      message: { message_id: id },
    });
    expect(anna.answersTo(query)).toBeUndefined();
    await api.answerCallbackQuery(query, { text: 'Done', show_alert: true });
    expect(anna.answersTo(query)).toEqual({ text: 'Done', alert: true });
    expect(anna.screen().chats[0]?.toasts).toEqual([{ text: 'Done', alert: true }]);
    now += 10_000;
    expect(anna.screen().chats[0]?.toasts).toEqual([]);
  });

  test('a query is answered once, in time, by its own bot', async () => {
    const { bot, anna, api, id } = await withButton();
    const gone =
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
    const query = anna.taps(bot, id, 'go:1');
    const other = clientOf(sandbox, sandbox.createBot({ username: 'mira_bot' }));
    expect(await refusal(other.answerCallbackQuery(query))).toBe(gone);
    expect(await refusal(api.answerCallbackQuery(query, { text: 'x'.repeat(201) }))).toMatch(
      /TOO_LONG/,
    );
    await api.answerCallbackQuery(query);
    expect(await refusal(api.answerCallbackQuery(query))).toBe(gone);
    const late = anna.taps(bot, id, 'Go');
    now += 151_000;
    expect(await refusal(api.answerCallbackQuery(late))).toBe(gone);
  });

  test('there is no tap on a button that is not there, but forged data can be sent', async () => {
    const { bot, anna, api, id } = await withButton();
    expect(() => anna.taps(bot, id, 'Stop')).toThrow('Go');
    anna.sendsForgedCallback(bot, id, 'admin:1');
    expect((await api.getUpdates()).at(-1)?.callback_query?.data).toBe('admin:1');
    anna.deletes(bot, id);
    anna.sendsForgedCallback(bot, id, 'late');
    expect((await api.getUpdates()).at(-1)?.callback_query?.message).toMatchObject({
      message_id: id,
      date: 0,
    });
  });
});

describe('what shows for a moment', () => {
  test('typing shows for five seconds or until the message', async () => {
    const { bot, anna, api } = privateChat();
    anna.start(bot);
    await api.sendChatAction(anna.id, 'typing');
    expect(anna.screen().chats[0]?.actions).toMatchObject([
      { action: 'typing', from: { id: bot.id } },
    ]);
    now += 5_000;
    expect(anna.screen().chats[0]?.actions).toEqual([]);
    await api.sendChatAction(anna.id, 'upload_photo');
    await api.sendMessage(anna.id, 'x');
    expect(anna.screen().chats[0]?.actions).toEqual([]);
  });

  test('a streamed draft shows until the message comes, in private chats only', async () => {
    const { bot, anna, api } = privateChat();
    anna.start(bot);
    await api.sendMessageDraft(anna.id, 1, 'Once');
    await api.sendMessageDraft(anna.id, 1, 'Once upon');
    expect(anna.screen().chats[0]?.drafts).toMatchObject([{ text: 'Once upon' }]);
    await api.sendMessageDraft(anna.id, 2, '');
    expect(anna.screen().chats[0]?.drafts).toMatchObject([{ text: '' }]);
    expect(anna.sees(bot).filter(({ from }) => from.isBot)).toEqual([]);
    await api.sendMessage(anna.id, 'Once upon a time');
    expect(anna.screen().chats[0]?.drafts).toEqual([]);
    const group = sandbox.createGroup({ title: 'Desk', forum: false, owner: anna });
    group.adds(bot);
    expect(await refusal(api.sendMessageDraft(group.id, 1, 'x'))).toMatch(/^400/);
    expect(await refusal(api.sendMessageDraft(anna.id, 0, 'x'))).toMatch(/^400/);
    expect(await refusal(api.sendMessageDraft(anna.id, 1, 'x'.repeat(4_097)))).toMatch(/^400/);
    await api.sendMessageDraft(anna.id, 3, 'x'.repeat(4_096));
    now += 30_000;
    expect(anna.screen().chats[0]?.drafts).toEqual([]);
  });
});

describe('command menus', () => {
  const named = (command: string) => [{ command, description: command }];

  test('the narrowest scope wins, and in it the language', async () => {
    const { bot, anna, api } = privateChat();
    anna.start(bot);
    const menu = () => anna.screen().chats[0]?.commands.map((each) => each.command);
    await api.setMyCommands(named('start'));
    expect(menu()).toEqual(['start']);
    await api.setMyCommands(named('hilfe'), { language_code: 'de' });
    expect(menu()).toEqual(['hilfe']);
    await api.setMyCommands(named('private'), { scope: { type: 'all_private_chats' } });
    expect(menu()).toEqual(['private']);
    await api.setMyCommands(named('inbox'), { scope: { type: 'chat', chat_id: anna.id } });
    expect(menu()).toEqual(['inbox']);
    await api.deleteMyCommands({ scope: { type: 'chat', chat_id: anna.id } });
    expect(menu()).toEqual(['private']);
    expect(await api.getMyCommands()).toEqual(named('start'));
  });

  test('a scope of an unknown chat and ill-formed commands are refused', async () => {
    const { api } = privateChat();
    const scope = { type: 'chat', chat_id: 4_711 } as const;
    expect(await refusal(api.setMyCommands(named('x'), { scope }))).toBe(
      '400 Bad Request: chat not found',
    );
    for (const command of ['Up', 'with-dash', 'x'.repeat(33)])
      expect(await refusal(api.setMyCommands(named(command)))).toBe(
        '400 Bad Request: BOT_COMMAND_INVALID',
      );
    expect(await refusal(api.setMyCommands([{ command: 'x', description: '' }]))).toBe(
      '400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
    );
  });
});

test('a bot tells its name and descriptions by language', async () => {
  const { api } = privateChat();
  await api.setMyShortDescription('Write to Luna');
  await api.setMyShortDescription('Schreib Luna', { language_code: 'de' });
  expect(await api.getMyShortDescription({ language_code: 'de' })).toEqual({
    short_description: 'Schreib Luna',
  });
  expect(await api.getMyShortDescription({ language_code: 'fr' })).toEqual({
    short_description: 'Write to Luna',
  });
  expect(await api.getMyName()).toEqual({ name: 'Luna' });
});

test('the newest chat is on top, and until tells what it waited for', async () => {
  const { bot, anna, api } = privateChat();
  const mira = sandbox.createBot({ username: 'mira_bot', name: 'Mira' });
  anna.start(mira);
  anna.start(bot);
  expect(anna.screen().chats.map((chat) => chat.title)).toEqual(['Luna', 'Mira']);
  const waiting = sandbox.until('Anna reads hello', () => anna.seesTexts(bot).includes('hello'));
  await api.sendMessage(anna.id, 'hello');
  expect(await waiting).toBe(true);
  await expect(sandbox.until('pigs fly', () => false, 30)).rejects.toThrow(
    /until pigs fly.*sendMessage ok/,
  );
});
