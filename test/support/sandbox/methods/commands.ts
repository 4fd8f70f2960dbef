import type { BotCommand } from 'grammy/types';
import { findChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { isAdmin } from '../messages.ts';
import type { BotState, ChatState, Json, UserState } from '../state.ts';
import { codePoints } from '../text/formatted-text.ts';
import { type Call, type Method, textParam } from './call.ts';

/** Where a list of commands is kept: its scope and language. Throws when the scope's chat is unknown. */
function keyOf(call: Call): string {
  const scope = (call.params['scope'] as Json | undefined) ?? { type: 'default' };
  const language = textParam(call, 'language_code') ?? '';
  if (language !== '' && !/^[a-z]{2}$/.test(language))
    throw badRequest('invalid language code specified');
  let key = String(scope['type']);
  if (scope['chat_id'] !== undefined)
    key += `:${findChat(call.world, call.bot, scope['chat_id']).id}`;
  if (scope['user_id'] !== undefined) key += `:${Number(scope['user_id'])}`;
  return `${key}|${language}`;
}

/** https://core.telegram.org/bots/api#setmycommands */
const setMyCommands: Method = (call) => {
  const commands = call.params['commands'] as BotCommand[];
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  const kept = commands.map(({ command, description }) => {
    const name = command.replace(/^\//, '');
    if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.trim() === '' || codePoints(description) > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command: name, description };
  });
  const key = keyOf(call);
  if (kept.length === 0) call.bot.commands.delete(key);
  else call.bot.commands.set(key, kept);
  for (const chat of call.bot.privateChats.values()) call.world.touch(chat);
  for (const chat of call.bot.groups) call.world.touch(chat);
  return true;
};

/** The menu a person has in a chat, by Telegram's order of precedence (core.telegram.org/bots/api#determining-list-of-commands). */
export function commandsFor(bot: BotState, chat: ChatState, user: UserState): BotCommand[] {
  const scopes =
    chat.type === 'private'
      ? [`chat:${chat.id}`, 'all_private_chats', 'default']
      : [
          `chat_member:${chat.id}:${user.id}`,
          ...(isAdmin(chat.members.get(user.id)) ? [`chat_administrators:${chat.id}`] : []),
          `chat:${chat.id}`,
          ...(isAdmin(chat.members.get(user.id)) ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  for (const scope of scopes)
    for (const language of [user.languageCode ?? '', '']) {
      const commands = bot.commands.get(`${scope}|${language}`);
      if (commands !== undefined) return commands;
    }
  return [];
}

/** Command menus. */
export const commandMethods: Record<string, Method> = {
  setMyCommands,
  getMyCommands: (call) => call.bot.commands.get(keyOf(call)) ?? [],
  deleteMyCommands: (call) => {
    call.bot.commands.delete(keyOf(call));
    return true;
  },
};
