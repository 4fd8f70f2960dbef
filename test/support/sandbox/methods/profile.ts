import { badRequest } from '../api-error.ts';
import type { Json } from '../state.ts';
import { codePoints } from '../text/formatted-text.ts';
import { type Call, type Method, textParam } from './call.ts';

function setter(field: string, longest: number): Method {
  return (call) => {
    const value = textParam(call, field) ?? '';
    if (codePoints(value) > longest) throw badRequest(`BOT_${field.toUpperCase()}_TOO_LONG`);
    const key = `${field}|${textParam(call, 'language_code') ?? ''}`;
    // An empty one takes the text of that language away.
    if (value === '') call.bot.profile.delete(key);
    else call.bot.profile.set(key, value);
    return true;
  };
}

function getter(field: string, otherwise: (call: Call) => string): Method {
  return (call) => {
    const of = (language: string) => call.bot.profile.get(`${field}|${language}`);
    return { [field]: of(textParam(call, 'language_code') ?? '') ?? of('') ?? otherwise(call) };
  };
}

/** https://core.telegram.org/bots/api#getme */
const getMe: Method = ({ bot }): Json => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.firstName,
  username: bot.username,
  can_join_groups: bot.canJoinGroups,
  can_read_all_group_messages: bot.readsAllGroupMessages,
  supports_guest_queries: false,
  supports_inline_queries: bot.inlineMode,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: bot.topicsEnabled,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});

/** What a bot says of itself. Lengths: core.telegram.org/bots/api#setmyname and its siblings. */
export const profileMethods: Record<string, Method> = {
  getMe,
  logOut: () => true,
  close: () => true,
  setMyName: setter('name', 64),
  getMyName: getter('name', (call) => call.bot.firstName),
  setMyDescription: setter('description', 512),
  getMyDescription: getter('description', () => ''),
  setMyShortDescription: setter('short_description', 120),
  getMyShortDescription: getter('short_description', () => ''),
};
