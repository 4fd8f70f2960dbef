import { InputFile, InputMediaBuilder } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { plainPng } from '#test/support/sandbox/image.ts';
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

const keyboard = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
const picture = (red: number) => new InputFile(plainPng(10, 10, [red, 0, 0]), 'a.png');

describe('edits by a bot', () => {
  test('a new text reaches the phone, and a keyboard that is not given again goes', async () => {
    const { bot, anna, api } = privateChat();
    const { message_id: id } = await api.sendMessage(anna.id, 'one', { reply_markup: keyboard });
    now += 5_000;
    await api.editMessageText(anna.id, id, 'two');
    expect(anna.sees(bot).at(-1)).toMatchObject({ text: 'two', buttons: [], editDate: now / 1000 });
  });

  test('an edit that changes nothing is refused, for text, caption, media and keyboard', async () => {
    const { anna, api } = privateChat();
    const same =
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    const text = await api.sendMessage(anna.id, 'one', { reply_markup: keyboard });
    const again = () =>
      api.editMessageText(anna.id, text.message_id, ' one ', { reply_markup: keyboard });
    expect(await refusal(again())).toBe(same);
    const markup = () =>
      api.editMessageReplyMarkup(anna.id, text.message_id, { reply_markup: keyboard });
    expect(await refusal(markup())).toBe(same);
    const photo = await api.sendPhoto(anna.id, picture(1), { caption: 'c' });
    const caption = () => api.editMessageCaption(anna.id, photo.message_id, { caption: 'c' });
    expect(await refusal(caption())).toBe(same);
    const file = InputMediaBuilder.photo(photo.photo.at(-1)?.file_id ?? '', { caption: 'c' });
    expect(await refusal(api.editMessageMedia(anna.id, photo.message_id, file))).toBe(same);
    await api.editMessageReplyMarkup(anna.id, text.message_id);
    await api.editMessageMedia(anna.id, photo.message_id, InputMediaBuilder.photo(picture(2)));
  });

  test('what is not there, not its own or of another kind cannot be edited', async () => {
    const { bot, anna, api } = privateChat();
    const hers = anna.sends(bot, 'mine');
    const photo = await api.sendPhoto(anna.id, picture(1));
    const text = await api.sendMessage(anna.id, 'x');
    const forward = await api.forwardMessage(anna.id, anna.id, hers);
    const edit = (id: number) => refusal(api.editMessageText(anna.id, id, 'new'));
    expect(await edit(1)).toBe('400 Bad Request: message to edit not found');
    expect(await edit(hers)).toBe("400 Bad Request: message can't be edited");
    expect(await edit(forward.message_id)).toBe("400 Bad Request: message can't be edited");
    expect(await edit(photo.message_id)).toBe(
      '400 Bad Request: there is no text in the message to edit',
    );
    expect(await refusal(api.editMessageCaption(anna.id, text.message_id, { caption: 'x' }))).toBe(
      '400 Bad Request: there is no caption in the message to edit',
    );
    expect(await refusal(api.editMessageText(anna.id, text.message_id, ''))).toBe(
      '400 Bad Request: message text is empty',
    );
  });
});

describe('edits and deletions by a person', () => {
  test('the bot hears of an edit and of no deletion', async () => {
    const { bot, anna, api } = privateChat();
    const id = anna.sends(bot, 'helo');
    const photo = anna.sends(bot, { file: { kind: 'photo' }, text: 'a' });
    anna.edits(bot, id, 'hello');
    anna.edits(bot, photo, 'b');
    anna.deletes(bot, id);
    const edits = (await api.getUpdates()).slice(3);
    expect(edits.map((u) => u.edited_message?.text ?? u.edited_message?.caption)).toEqual([
      'hello',
      'b',
    ]);
    expect(edits[0]?.edited_message?.edit_date).toBe(Math.floor(now / 1000));
    expect(anna.seesTexts(bot)).toEqual(['/start', 'b']);
  });

  test('nobody edits or deletes what is somebody else’s in a group', () => {
    const { bot, anna } = privateChat();
    const owner = sandbox.createUser();
    const group = sandbox.createGroup({ title: 'Desk', forum: false, owner });
    group.adds(anna);
    const id = owner.sends(group, 'mine');
    expect(() => anna.edits(group, id, 'x')).toThrow('somebody else');
    expect(() => anna.deletes(group, id)).toThrow('somebody else');
    expect(() => anna.sends(bot, ' ')).toThrow('empty');
  });
});

describe('deleting by a bot', () => {
  test('own and incoming messages go from the phone, once', async () => {
    const { bot, anna, api } = privateChat();
    const hers = anna.sends(bot, 'mine');
    const own = await api.sendMessage(anna.id, 'own');
    await api.deleteMessage(anna.id, hers);
    await api.deleteMessages(anna.id, [1, own.message_id]);
    expect(anna.seesTexts(bot)).toEqual(['/start']);
    expect(await refusal(api.deleteMessage(anna.id, hers))).toBe(
      '400 Bad Request: message to delete not found',
    );
  });

  test('after 48 hours it is too late, and a fresh dice stays', async () => {
    const { anna, api } = privateChat();
    const tooLate = "400 Bad Request: message can't be deleted for everyone";
    const sent = await api.sendMessage(anna.id, 'x');
    const dice = await api.sendDice(anna.id, '🎲');
    expect(await refusal(api.deleteMessage(anna.id, dice.message_id))).toBe(tooLate);
    now += 48 * 3_600_000;
    expect(await refusal(api.deleteMessage(anna.id, sent.message_id))).toBe(tooLate);
  });
});

describe('pins', () => {
  test('a pin shows, is said in the chat and told to the bot itself', async () => {
    const { bot, anna, api } = privateChat();
    const sent = await api.sendMessage(anna.id, 'card');
    await api.pinChatMessage(anna.id, sent.message_id, { disable_notification: true });
    await api.pinChatMessage(anna.id, sent.message_id);
    expect(anna.screen().chats[0]?.pinned).toEqual([sent.message_id]);
    expect(anna.sees(bot).filter((message) => message.kind === 'service')).toHaveLength(1);
    const update = (await api.getUpdates()).at(-1);
    expect(update?.message?.pinned_message?.message_id).toBe(sent.message_id);
    expect((await api.getChat(anna.id)).pinned_message?.message_id).toBe(sent.message_id);
    await api.unpinChatMessage(anna.id);
    expect(anna.screen().chats[0]?.pinned).toEqual([]);
    expect(await refusal(api.unpinChatMessage(anna.id))).toBe(
      '400 Bad Request: message to unpin not found',
    );
    expect(await refusal(api.pinChatMessage(anna.id, 1))).toBe(
      '400 Bad Request: message to pin not found',
    );
  });
});

describe('reactions', () => {
  test('a bot gives one standard emoji, and takes it back', async () => {
    const { bot, anna, api } = privateChat();
    const id = anna.sends(bot, 'hi');
    const react = (...emoji: string[]) =>
      api.setMessageReaction(
        anna.id,
        id,
        emoji.map((each) => ({ type: 'emoji', emoji: each as '👍' })),
      );
    await react('👍');
    expect(anna.sees(bot).at(-1)?.reactions).toMatchObject([
      { emoji: '👍', from: { isBot: true } },
    ]);
    expect(await refusal(react('🧨'))).toBe('400 Bad Request: REACTION_INVALID');
    expect(await refusal(react('👍', '🔥'))).toBe('400 Bad Request: REACTIONS_TOO_MANY');
    expect(await refusal(api.setMessageReaction(anna.id, 1, []))).toBe(
      '400 Bad Request: message to react not found',
    );
    await react();
    expect(anna.sees(bot).at(-1)?.reactions).toEqual([]);
    expect(sandbox.violations).toEqual([]);
  });

  test('a person’s reactions reach a bot that asked for them, and only such a bot', async () => {
    const { bot, anna, api } = privateChat();
    const { message_id: id } = await api.sendMessage(anna.id, 'hi');
    anna.reacts(bot, id, '👍');
    expect((await api.getUpdates({ offset: -1 })).at(-1)?.message_reaction).toBeUndefined();
    await api.getUpdates({ allowed_updates: ['message', 'message_reaction'] });
    anna.reacts(bot, id, '🔥');
    anna.reacts(bot, id);
    const [changed, gone] = (await api.getUpdates()).slice(-2);
    expect(changed?.message_reaction).toMatchObject({
      message_id: id,
      user: { id: anna.id },
      old_reaction: [{ type: 'emoji', emoji: '👍' }],
      new_reaction: [{ type: 'emoji', emoji: '🔥' }],
    });
    expect(gone?.message_reaction?.new_reaction).toEqual([]);
    expect(() => anna.reacts(bot, id, '🧨')).toThrow('no reactions');
  });
});
