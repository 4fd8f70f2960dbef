import { findMessage, writableChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import type { Json } from '../state.ts';
import type { Method } from './call.ts';

/** The reactions anybody can give (core.telegram.org/bots/api#reactiontypeemoji). */
export const standardReactions: ReadonlySet<string> = new Set(
  (
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 ' +
    '👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
);

/** https://core.telegram.org/bots/api#setmessagereaction: a bot gives at most one. */
export const setMessageReaction: Method = (call) => {
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  const message = findMessage(
    call.world,
    chat,
    call.params['message_id'],
    'message to react not found',
  );
  const wanted = (call.params['reaction'] as Json[] | undefined) ?? [];
  if (wanted.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const emoji = wanted.map((reaction) => {
    if (reaction['type'] !== 'emoji' || !standardReactions.has(String(reaction['emoji'])))
      throw badRequest('REACTION_INVALID');
    return String(reaction['emoji']);
  });
  if (message.content.kind === 'service') throw badRequest('REACTION_INVALID');
  if (emoji.length === 0) message.reactions.delete(call.bot.id);
  else message.reactions.set(call.bot.id, { person: call.bot, emoji });
  call.world.touch(chat);
  return true;
};
