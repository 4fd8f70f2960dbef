import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { type GroupRights, type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function desk(rights?: GroupRights, forum = true) {
  const bot = sandbox.createBot({ username: 'luna_bot', name: 'Luna' });
  const owner = sandbox.createUser({ firstName: 'Luna' });
  const group = sandbox.createGroup({ title: 'Desk', forum, owner });
  group.adds(bot, rights);
  return { bot, owner, group, api: clientOf(sandbox, bot) };
}

const manager = { admin: true, manageTopics: true };

describe('membership', () => {
  test('a bot hears that it was added, promoted, demoted and removed', async () => {
    const { bot, group, api } = desk();
    group.promotes(bot, manager);
    group.demotes(bot);
    group.removes(bot);
    const changes = (await api.getUpdates())
      .map((update) => update.my_chat_member)
      .filter((c) => c !== undefined);
    expect(changes.map((c) => [c.old_chat_member.status, c.new_chat_member.status])).toEqual([
      ['left', 'member'],
      ['member', 'administrator'],
      ['administrator', 'member'],
      ['member', 'kicked'],
    ]);
    expect(changes[1]?.new_chat_member).toMatchObject({
      can_manage_topics: true,
      can_pin_messages: true,
    });
    expect(await refusal(api.sendMessage(group.id, 'x'))).toBe(
      '403 Forbidden: bot was kicked from the supergroup chat',
    );
  });

  test('rights are told by getChatMember, and a bot that left is no member', async () => {
    const { bot, owner, group, api } = desk({ admin: true });
    expect(await api.getChatMember(group.id, bot.id)).toMatchObject({
      status: 'administrator',
      can_manage_topics: false,
      can_delete_messages: true,
    });
    expect((await api.getChatAdministrators(group.id)).map((admin) => admin.status)).toEqual([
      'creator',
      'administrator',
    ]);
    expect((await api.getChatMember(group.id, owner.id)).status).toBe('creator');
    expect(await api.getChat(group.id)).toMatchObject({ is_forum: true, type: 'supergroup' });
    expect(await api.getChatMemberCount(group.id)).toBe(2);
    await api.leaveChat(group.id);
    expect(await refusal(api.getChat(group.id))).toBe(
      '403 Forbidden: bot is not a member of the supergroup chat',
    );
  });

  test('a bot that was never in a group does not know it', async () => {
    const { group } = desk();
    const other = clientOf(sandbox, sandbox.createBot({ username: 'mira_bot' }));
    expect(await refusal(other.sendMessage(group.id, 'x'))).toBe('400 Bad Request: chat not found');
  });
});

describe('privacy mode', () => {
  test('a plain member sees commands, replies to itself and service messages only', async () => {
    const { owner, group, api } = desk(undefined, false);
    const sent = await api.sendMessage(group.id, 'hello');
    owner.sends(group, 'chatter');
    owner.sends(group, '/desk');
    owner.sends(group, '/desk@other_bot');
    owner.sends(group, '/desk@luna_bot now');
    owner.sends(group, { text: 'to you', replyTo: sent.message_id });
    const updates = (await api.getUpdates())
      .map((update) => update.message)
      .filter((m) => m !== undefined);
    expect(updates.map((m) => m.text ?? Object.keys(m).at(-1))).toEqual([
      'new_chat_members',
      '/desk',
      '/desk@luna_bot now',
      'to you',
    ]);
  });

  test('an administrator sees everything but other bots', async () => {
    const { bot, owner, group, api } = desk({ admin: true });
    const other = sandbox.createBot({ username: 'mira_bot' });
    group.adds(other);
    owner.sends(group, 'chatter');
    await clientOf(sandbox, other).sendMessage(group.id, 'I am a bot');
    const texts = (await api.getUpdates()).map((update) => update.message?.text);
    expect(texts).toContain('chatter');
    expect(texts).not.toContain('I am a bot');
    expect(owner.seesTexts(group)).toEqual(['chatter', 'I am a bot']);
    expect(bot.pendingUpdates).toBeGreaterThan(0);
  });

  test('reactions in a group reach administrators only', async () => {
    const { bot, owner, group, api } = desk();
    await api.getUpdates({ allowed_updates: ['message_reaction'], offset: -1 });
    const id = owner.sends(group, 'x');
    owner.reacts(group, id, '👍');
    group.promotes(bot, {});
    owner.reacts(group, id, '🔥');
    const reactions = (await api.getUpdates())
      .map((u) => u.message_reaction)
      .filter((r) => r !== undefined);
    expect(reactions.map((reaction) => reaction.new_reaction)).toEqual([
      [{ type: 'emoji', emoji: '🔥' }],
    ]);
  });
});

describe('topics', () => {
  test('a topic is made, written in, renamed, closed, opened and deleted', async () => {
    const { bot, owner, group, api } = desk(manager);
    const topic = await api.createForumTopic(group.id, 'Anna', { icon_color: 7322096 });
    const id = topic.message_thread_id;
    const sent = await api.sendMessage(group.id, 'card', { message_thread_id: id });
    expect(sent).toMatchObject({ message_thread_id: id, is_topic_message: true });
    // A topic message that is no reply points at the message that made the topic.
    expect(sent.reply_to_message).toMatchObject({
      message_id: id,
      forum_topic_created: { name: 'Anna' },
    });
    expect(owner.sees(group).at(-1)?.replyTo).toBeUndefined();
    await api.editForumTopic(group.id, id, { name: 'Anna B.' });
    expect(await refusal(api.editForumTopic(group.id, id, { name: 'Anna B.' }))).toBe(
      '400 Bad Request: TOPIC_NOT_MODIFIED',
    );
    await api.closeForumTopic(group.id, id);
    expect(group.topics).toEqual([{ topicId: id, name: 'Anna B.', closed: true }]);
    expect(await refusal(api.closeForumTopic(group.id, id))).toBe(
      '400 Bad Request: TOPIC_NOT_MODIFIED',
    );
    await api.reopenForumTopic(group.id, id);
    await api.pinChatMessage(group.id, sent.message_id);
    await api.unpinAllForumTopicMessages(group.id, id);
    expect(owner.screen().chats[0]?.pinned).toEqual([]);
    expect(await refusal(api.deleteMessage(group.id, id))).toBe(
      "400 Bad Request: message can't be deleted",
    );
    await api.deleteForumTopic(group.id, id);
    expect(owner.screen().chats[0]?.topics.map((each) => each.name)).toEqual(['General']);
    expect(owner.sees(group).filter((message) => message.topicId === id)).toEqual([]);
    // The bot's own topic events come back to it as updates, as in Telegram.
    const fields = (await api.getUpdates()).flatMap((update) => Object.keys(update.message ?? {}));
    for (const field of [
      'forum_topic_created',
      'forum_topic_edited',
      'forum_topic_closed',
      'forum_topic_reopened',
      'pinned_message',
    ])
      expect(fields).toContain(field);
    expect(bot.username).toBe('luna_bot');
    expect(sandbox.violations).toEqual([]);
  });

  test('a topic that is gone, and a number that never was one, are no thread', async () => {
    const { group, api } = desk(manager);
    const topic = await api.createForumTopic(group.id, 'Anna');
    group.deletesTopic(topic.message_thread_id);
    const send = (message_thread_id: number) =>
      refusal(api.sendMessage(group.id, 'x', { message_thread_id }));
    expect(await send(topic.message_thread_id)).toBe('400 Bad Request: message thread not found');
    expect(await send(1)).toBe('400 Bad Request: message thread not found');
    expect(await refusal(api.closeForumTopic(group.id, topic.message_thread_id))).toBe(
      '400 Bad Request: TOPIC_ID_INVALID',
    );
  });

  test('a plain group is no forum, and without the right there is no topic', async () => {
    const plain = desk(manager, false);
    expect(await refusal(plain.api.createForumTopic(plain.group.id, 'Anna'))).toBe(
      '400 Bad Request: the chat is not a forum',
    );
    expect(
      await refusal(plain.api.sendMessage(plain.group.id, 'x', { message_thread_id: 5 })),
    ).toBe('400 Bad Request: message thread not found');
    const weak = desk({ admin: true });
    expect(await refusal(weak.api.createForumTopic(weak.group.id, 'Anna'))).toBe(
      '400 Bad Request: not enough rights to create a topic',
    );
    weak.group.demotes(weak.bot);
    const sent = await weak.api.sendMessage(weak.group.id, 'x');
    expect(await refusal(weak.api.pinChatMessage(weak.group.id, sent.message_id))).toBe(
      '400 Bad Request: not enough rights to manage pinned messages in the chat',
    );
    const id = weak.owner.sends(weak.group, 'mine');
    expect(await refusal(weak.api.deleteMessage(weak.group.id, id))).toBe(
      "400 Bad Request: message can't be deleted",
    );
  });

  test('a private chat has topics only when its bot has them turned on', async () => {
    const { api, owner, bot } = desk(manager);
    owner.start(bot);
    expect(await refusal(api.createForumTopic(owner.id, 'x'))).toBe(
      '400 Bad Request: the chat is not a forum',
    );
    const threaded = sandbox.createBot({ username: 'mira_bot', topicsEnabled: true });
    owner.start(threaded);
    const client = clientOf(sandbox, threaded);
    expect((await client.getMe()).has_topics_enabled).toBe(true);
    const topic = await client.createForumTopic(owner.id, 'Anna');
    await client.sendMessage(owner.id, 'x', { message_thread_id: topic.message_thread_id });
    expect(owner.sees(threaded).at(-1)?.topicId).toBe(topic.message_thread_id);
  });

  test('General has no thread id, and a reply goes to the topic of its target', async () => {
    const { owner, group, api } = desk(manager);
    const topic = await api.createForumTopic(group.id, 'Anna');
    const inTopic = owner.sends(group, { text: 'in topic', topic: topic.message_thread_id });
    owner.sends(group, 'in general');
    const updates = (await api.getUpdates()).slice(-2);
    expect(updates[0]?.message).toMatchObject({
      is_topic_message: true,
      message_thread_id: topic.message_thread_id,
    });
    expect(updates[1]?.message?.message_thread_id).toBeUndefined();
    const reply = await api.sendMessage(group.id, 'x', {
      reply_parameters: { message_id: inTopic },
    });
    expect(reply.message_thread_id).toBe(topic.message_thread_id);
    const other = await api.createForumTopic(group.id, 'Ben');
    const across = api.sendMessage(group.id, 'x', {
      message_thread_id: other.message_thread_id,
      reply_parameters: { message_id: inTopic },
    });
    expect(await refusal(across)).toBe('400 Bad Request: message to be replied not found');
  });

  test('replies in a plain supergroup carry a thread id that is no topic', async () => {
    const { owner, group, api } = desk({ admin: true }, false);
    const first = owner.sends(group, 'first');
    owner.sends(group, { text: 'second', replyTo: first });
    const message = (await api.getUpdates()).at(-1)?.message;
    expect(message?.message_thread_id).toBe(first);
    expect(message?.is_topic_message).toBeUndefined();
  });

  test('nobody but who manages topics writes in a closed one', async () => {
    const { bot, owner, group, api } = desk(manager);
    const anna = sandbox.createUser();
    group.adds(anna);
    const topic = group.createsTopic(owner, 'Anna');
    group.closesTopic(owner, topic);
    expect(() => anna.sends(group, { text: 'x', topic })).toThrow('closed');
    await api.sendMessage(group.id, 'x', { message_thread_id: topic });
    group.demotes(bot);
    expect(await refusal(api.sendMessage(group.id, 'x', { message_thread_id: topic }))).toBe(
      '400 Bad Request: TOPIC_CLOSED',
    );
  });
});

describe('a group that becomes a supergroup', () => {
  test('tells both chats, and the old id answers with the new one', async () => {
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const owner = sandbox.createUser();
    const group = sandbox.createGroup({ title: 'Desk', forum: false, owner, type: 'group' });
    group.adds(bot, { admin: true });
    const api = clientOf(sandbox, bot);
    const old = group.id;
    const fresh = group.becomesSupergroup({ forum: true });
    expect(String(fresh)).toMatch(/^-100/);
    expect(group.id).toBe(fresh);
    const answer = await fetch(`${sandbox.url}/bot${bot.token}/sendMessage?chat_id=${old}&text=x`);
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: fresh },
    });
    const [left, arrived] = (await api.getUpdates()).slice(-2);
    expect(left?.message).toMatchObject({ chat: { id: old }, migrate_to_chat_id: fresh });
    expect(arrived?.message).toMatchObject({ chat: { id: fresh }, migrate_from_chat_id: old });
    await api.sendMessage(fresh, 'here');
    expect(owner.screen().chats.map((chat) => [chat.chatId, chat.isForum])).toEqual([
      [fresh, true],
    ]);
    expect(owner.seesTexts(group)).toEqual(['here']);
  });
});
