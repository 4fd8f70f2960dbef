import { InputFile, InputMediaBuilder } from 'grammy';
import { describe, expect, test } from 'vitest';
import { clientOf } from '#test/support/sandbox/bot-client.ts';
import { plainPng } from '#test/support/sandbox/image.ts';
import { methods } from '#test/support/sandbox/methods/index.ts';
import { methodParams, type ParamKind } from '#test/support/sandbox/params/method-params.ts';
import { loadSchema } from '#test/support/sandbox/schema.ts';
import { startSandbox } from '#test/support/sandbox/sandbox.ts';

const schema = loadSchema();
const why = schema === undefined ? ' (skipped: the schema file is not beside the repository)' : '';

test('each method has its list of parameters, and each list its method', () => {
  expect([...methodParams.keys()].sort()).toEqual(Object.keys(methods).sort());
});

describe.skipIf(schema === undefined)(`held against the Bot API's schema${why}`, () => {
  test('the sandbox lists the same parameters, kinds and duties', () => {
    const kindOf = (types: readonly string[]): ParamKind => {
      const joined = types.join('|');
      if (joined.includes('InputFile')) return 'F';
      if (types.every((type) => type.startsWith('Array of'))) return 'a';
      const kinds: Record<string, ParamKind> = {
        Integer: 'i',
        Float: 'f',
        Boolean: 'b',
        String: 's',
        'Integer|String': 'c',
      };
      return kinds[joined] ?? 'j';
    };
    const listed = [...methodParams].map(([method, params]) => [
      method,
      new Map([...params].map(([name, { kind, required }]) => [name, [kind, required]])),
    ]);
    const expected = [...methodParams.keys()].map((method) => {
      const fields = schema?.parametersOf(method) ?? [];
      return [
        method,
        new Map(fields.map((each) => [each.name, [kindOf(each.types), each.required]])),
      ];
    });
    expect(listed).toEqual(expected);
  });

  test('a request is checked to its depths', () => {
    const problems = (params: object) => schema?.requestProblems('sendMessage', params) ?? [];
    const fine = {
      chat_id: 1,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
    };
    expect(problems(fine)).toEqual([]);
    expect(problems({ ...fine, reply_parameters: { message_id: 'x' } })).toEqual([
      'sendMessage.reply_parameters.message_id is no Integer',
    ]);
    expect(
      problems({ ...fine, reply_markup: { inline_keyboard: [[{ text: 'a', callback: 'b' }]] } }),
    ).toEqual(['sendMessage.reply_markup.inline_keyboard[0][0].callback is unknown']);
    expect(problems({ ...fine, entities: [{ type: 'loud', offset: 0, length: 1 }] })).toEqual([
      'sendMessage.entities[0].type has a value that is not allowed',
    ]);
    expect(problems({ chat_id: 1 })).toEqual(['sendMessage.text is missing']);
  });

  test('a request that does not fit is refused and noted', async () => {
    await using sandbox = await startSandbox();
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const anna = sandbox.createUser();
    anna.start(bot);
    const answer = await fetch(`${sandbox.url}/bot${bot.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: anna.id,
        text: 'x',
        link_preview_options: { disabled: true },
      }),
    });
    expect(answer.status).toBe(400);
    expect(sandbox.violations).toEqual([
      'sendMessage: Bad Request: sendMessage.link_preview_options.disabled is unknown',
    ]);
  });

  test('all answers and updates of a long day fit', async () => {
    await using sandbox = await startSandbox();
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const anna = sandbox.createUser({ lastName: 'Berg', username: 'anna' });
    const api = clientOf(sandbox, bot);
    const updates = [
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'my_chat_member',
      'chat_member',
    ] as const;
    await api.getUpdates({ allowed_updates: updates });
    const start = anna.start(bot, 'x');
    const files = [
      'photo',
      'video',
      'voice',
      'video_note',
      'audio',
      'document',
      'sticker',
      'animation',
    ] as const;
    const seen: number[] = files.map((kind) =>
      anna.sends(bot, { file: { kind }, ...(kind === 'photo' ? { text: 'c @x_yz' } : {}) }),
    );
    seen.push(
      ...anna.sendsAlbum(bot, [{ kind: 'photo' }, { kind: 'video' }]),
      anna.sends(bot, { location: { latitude: 1.5, longitude: 2 } }),
      anna.sends(bot, { venue: { latitude: 1, longitude: 2, title: 't', address: 'a' } }),
      anna.sends(bot, { contact: { phoneNumber: '1', firstName: 'B' } }),
      anna.sends(bot, { poll: { question: '?', options: ['a', 'b'] } }),
      anna.sends(bot, { dice: { emoji: '🎯' } }),
      anna.sends(bot, { text: 'fwd', forwardedFrom: 'Somebody' }),
      anna.sends(bot, { text: 'reply', replyTo: start }),
    );
    anna.edits(bot, start, 'edited');
    for (const id of seen) await api.copyMessage(anna.id, anna.id, id);
    for (const id of seen) await api.forwardMessage(anna.id, anna.id, id);
    await api.copyMessages(anna.id, anna.id, seen);
    await api.forwardMessages(anna.id, anna.id, seen);
    const png = () => new InputFile(plainPng(400, 300, [1, 2, 3]), 'a.png');
    const photo = await api.sendPhoto(anna.id, png(), {
      caption: 'x',
      show_caption_above_media: true,
    });
    await api.editMessageMedia(
      anna.id,
      photo.message_id,
      InputMediaBuilder.photo(png(), { caption: 'y' }),
    );
    await api.editMessageCaption(anna.id, photo.message_id, { caption: 'z' });
    await api.sendMediaGroup(anna.id, [
      InputMediaBuilder.photo(png()),
      InputMediaBuilder.photo(png()),
    ]);
    await api.getFile(photo.photo[0]?.file_id ?? '');
    const text = await api.sendMessage(anna.id, 'x https://a.io', {
      reply_parameters: { message_id: start, quote: 'edit' },
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    });
    const query = anna.taps(bot, text.message_id, 'Go');
    anna.deletes(bot, text.message_id);
    anna.sendsForgedCallback(bot, text.message_id, 'late');
    await api.answerCallbackQuery(query, { text: 'ok' });
    anna.reacts(bot, photo.message_id, '👍');
    await api.setMessageReaction(anna.id, start, [{ type: 'emoji', emoji: '🔥' }]);
    await api.pinChatMessage(anna.id, photo.message_id);
    await api.setMyCommands([{ command: 'help', description: 'Help' }]);
    await api.getMyCommands();
    await api.getWebhookInfo();
    await api.getChat(anna.id);
    await api.getChatMember(anna.id, anna.id);
    await api.getMe();
    anna.blocks(bot);
    anna.unblocks(bot);
    const group = sandbox.createGroup({ title: 'Desk', forum: true, owner: anna });
    group.adds(bot, { admin: true, manageTopics: true });
    const ben = sandbox.createUser();
    group.adds(ben);
    const topic = await api.createForumTopic(group.id, 'Anna');
    await api.sendMessage(group.id, 'card', { message_thread_id: topic.message_thread_id });
    await api.editForumTopic(group.id, topic.message_thread_id, { name: 'B' });
    await api.closeForumTopic(group.id, topic.message_thread_id);
    await api.reopenForumTopic(group.id, topic.message_thread_id);
    await api.getChat(group.id);
    await api.getChatAdministrators(group.id);
    await api.getChatMemberCount(group.id);
    group.removes(ben);
    group.becomesSupergroup();
    group.removes(bot);
    let offset = 0;
    for (;;) {
      const batch = await api.getUpdates({ offset });
      if (batch.length === 0) break;
      offset = (batch.at(-1)?.update_id ?? 0) + 1;
    }
    expect(sandbox.violations).toEqual([]);
    const problems = sandbox.calls.flatMap((call) =>
      call.outcome === 'ok'
        ? (schema?.resultProblems(call.method, JSON.parse(JSON.stringify(call.result))) ?? [])
        : [`${call.method}: ${call.description}`],
    );
    expect(problems).toEqual([]);
    const kinds = new Set(
      sandbox.calls
        .filter((call) => call.method === 'getUpdates')
        .flatMap((call) => call.result as object[])
        .flatMap((update) => Object.keys(update)),
    );
    for (const kind of updates) expect(kinds).toContain(kind);
  });
});
