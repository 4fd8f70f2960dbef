import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function inlineBot() {
  const bot = sandbox.createBot({ username: 'luna_bot', inlineMode: true });
  const anna = sandbox.createUser({ firstName: 'Anna' });
  return { bot, anna, api: clientOf(sandbox, bot) };
}

const article = (id: string) => ({
  type: 'article' as const,
  id,
  title: 'Hello',
  input_message_content: { message_text: 'Hello there' },
});

test('what is typed behind the bot’s name reaches it, and a chosen result comes back as a message via the bot', async () => {
  const { bot, anna, api } = inlineBot();
  anna.start(bot);
  const query = anna.queries(bot, 'hel');
  const update = (await api.getUpdates()).find((each) => each.inline_query);
  expect(update?.inline_query).toMatchObject({ id: query, query: 'hel', from: { id: anna.id } });
  await api.answerInlineQuery(query, [article('1')]);
  expect(anna.offered(query)).toEqual([{ id: '1', title: 'Hello' }]);
  const id = anna.sendsOffered(query, '1', bot);
  const sent = (await api.getUpdates()).find((each) => each.message?.message_id === id);
  expect(sent?.message).toMatchObject({ text: 'Hello there', via_bot: { id: bot.id } });
});

test('a query is answered once, with at most fifty results of different ids', async () => {
  const { bot, anna, api } = inlineBot();
  const query = anna.queries(bot, '');
  const many = Array.from({ length: 51 }, (_, index) => article(String(index)));
  expect(await refusal(api.answerInlineQuery(query, many))).toContain('RESULTS_TOO_MUCH');
  const twice = [article('1'), article('1')];
  expect(await refusal(api.answerInlineQuery(query, twice))).toContain('RESULT_ID_DUPLICATE');
  await api.answerInlineQuery(query, []);
  expect(await refusal(api.answerInlineQuery(query, []))).toContain('query is too old');
});

test('a bot without inline mode is not asked', () => {
  const bot = sandbox.createBot({ username: 'plain_bot' });
  const anna = sandbox.createUser({ firstName: 'Anna' });
  expect(() => anna.queries(bot, 'x')).toThrow('no inline mode');
});
