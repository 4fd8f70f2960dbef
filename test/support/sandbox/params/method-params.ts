const place = 'business_connection_id:s chat_id:c! message_thread_id:i direct_messages_topic_id:i';
const tail =
  'disable_notification:b protect_content:b allow_paid_broadcast:b message_effect_id:s suggested_post_parameters:j reply_parameters:j reply_markup:j';
const caption = 'caption:s parse_mode:s caption_entities:a';
const edit = 'business_connection_id:s chat_id:c message_id:i inline_message_id:s';

/**
 * The parameters of every method the sandbox knows, as `name:kind`, with `!` when required (Bot API 10.3). Kinds: i
 * integer, f float, b boolean, s text, c chat id or username, a list, j other
 * JSON, F file. A contract test holds this list against
 * the schema where that is present.
 */
const specs: Record<string, string> = {
  getMe: '',
  logOut: '',
  close: '',
  getUpdates: 'offset:i limit:i timeout:i allowed_updates:a',
  setWebhook:
    'url:s! certificate:F ip_address:s max_connections:i allowed_updates:a drop_pending_updates:b secret_token:s',
  deleteWebhook: 'drop_pending_updates:b',
  getWebhookInfo: '',
  sendMessage: `${place} ${tail} ephemeral_message_parameters:j text:s! parse_mode:s entities:a link_preview_options:j`,
  sendPhoto: `${place} ${tail} ${caption} ephemeral_message_parameters:j photo:F! show_caption_above_media:b has_spoiler:b`,
  sendVideo: `${place} ${tail} ${caption} ephemeral_message_parameters:j video:F! duration:i width:i height:i thumbnail:F cover:F start_timestamp:i show_caption_above_media:b has_spoiler:b supports_streaming:b`,
  sendVoice: `${place} ${tail} ${caption} ephemeral_message_parameters:j voice:F! duration:i`,
  sendVideoNote: `${place} ${tail} ephemeral_message_parameters:j video_note:F! duration:i length:i thumbnail:F`,
  sendAudio: `${place} ${tail} ${caption} ephemeral_message_parameters:j audio:F! duration:i performer:s title:s thumbnail:F`,
  sendDocument: `${place} ${tail} ${caption} ephemeral_message_parameters:j document:F! thumbnail:F disable_content_type_detection:b`,
  sendSticker: `${place} ${tail} ephemeral_message_parameters:j sticker:F! emoji:s`,
  sendAnimation: `${place} ${tail} ${caption} ephemeral_message_parameters:j animation:F! duration:i width:i height:i thumbnail:F show_caption_above_media:b has_spoiler:b`,
  sendMediaGroup: `${place} media:a! disable_notification:b protect_content:b allow_paid_broadcast:b message_effect_id:s reply_parameters:j`,
  sendLocation: `${place} ${tail} ephemeral_message_parameters:j latitude:f! longitude:f! horizontal_accuracy:f live_period:i heading:i proximity_alert_radius:i`,
  sendVenue: `${place} ${tail} ephemeral_message_parameters:j latitude:f! longitude:f! title:s! address:s! foursquare_id:s foursquare_type:s google_place_id:s google_place_type:s`,
  sendContact: `${place} ${tail} ephemeral_message_parameters:j phone_number:s! first_name:s! last_name:s vcard:s`,
  sendPoll:
    'business_connection_id:s chat_id:c! message_thread_id:i question:s! question_parse_mode:s question_entities:a options:a! is_anonymous:b type:s allows_multiple_answers:b allows_revoting:b shuffle_options:b allow_adding_options:b hide_results_until_closes:b members_only:b country_codes:a correct_option_ids:a explanation:s explanation_parse_mode:s explanation_entities:a explanation_media:j open_period:i close_date:i is_closed:b description:s description_parse_mode:s description_entities:a media:j disable_notification:b protect_content:b allow_paid_broadcast:b message_effect_id:s reply_parameters:j reply_markup:j',
  sendDice: `${place} ${tail} emoji:s`,
  sendChatAction: 'business_connection_id:s chat_id:c! message_thread_id:i action:s!',
  sendMessageDraft:
    'chat_id:i! message_thread_id:i draft_id:i! text:s parse_mode:s entities:a can_stop:b keep_on_stop:b',
  copyMessage: `${tail} ${caption} chat_id:c! message_thread_id:i direct_messages_topic_id:i from_chat_id:c! message_id:i! video_start_timestamp:i show_caption_above_media:b`,
  copyMessages:
    'chat_id:c! message_thread_id:i direct_messages_topic_id:i from_chat_id:c! message_ids:a! disable_notification:b protect_content:b remove_caption:b',
  forwardMessage:
    'chat_id:c! message_thread_id:i direct_messages_topic_id:i from_chat_id:c! video_start_timestamp:i disable_notification:b protect_content:b message_effect_id:s suggested_post_parameters:j message_id:i!',
  forwardMessages:
    'chat_id:c! message_thread_id:i direct_messages_topic_id:i from_chat_id:c! message_ids:a! disable_notification:b protect_content:b',
  editMessageText: `${edit} text:s parse_mode:s entities:a link_preview_options:j rich_message:j reply_markup:j`,
  editMessageCaption: `${caption} ${edit} show_caption_above_media:b reply_markup:j`,
  editMessageMedia: `${edit} media:j! reply_markup:j`,
  editMessageReplyMarkup: `${edit} reply_markup:j`,
  deleteMessage: 'chat_id:c! message_id:i!',
  deleteMessages: 'chat_id:c! message_ids:a!',
  setMessageReaction: 'chat_id:c! message_id:i! reaction:a is_big:b',
  pinChatMessage: 'business_connection_id:s chat_id:c! message_id:i! disable_notification:b',
  unpinChatMessage: 'business_connection_id:s chat_id:c! message_id:i',
  unpinAllChatMessages: 'chat_id:c!',
  unpinAllForumTopicMessages: 'chat_id:c! message_thread_id:i!',
  unpinAllGeneralForumTopicMessages: 'chat_id:c!',
  createForumTopic: 'chat_id:c! name:s! icon_color:i icon_custom_emoji_id:s',
  editForumTopic: 'chat_id:c! message_thread_id:i! name:s icon_custom_emoji_id:s',
  closeForumTopic: 'chat_id:c! message_thread_id:i!',
  reopenForumTopic: 'chat_id:c! message_thread_id:i!',
  deleteForumTopic: 'chat_id:c! message_thread_id:i!',
  answerCallbackQuery: 'callback_query_id:s! text:s show_alert:b url:s cache_time:i',
  answerInlineQuery:
    'inline_query_id:s! results:a! cache_time:i is_personal:b next_offset:s button:j',
  setMyCommands: 'commands:a! scope:j language_code:s',
  getMyCommands: 'scope:j language_code:s',
  deleteMyCommands: 'scope:j language_code:s',
  setMyName: 'name:s language_code:s',
  getMyName: 'language_code:s',
  setMyDescription: 'description:s language_code:s',
  getMyDescription: 'language_code:s',
  setMyShortDescription: 'short_description:s language_code:s',
  getMyShortDescription: 'language_code:s',
  getChat: 'chat_id:c!',
  getChatMember: 'chat_id:c! user_id:i!',
  getChatAdministrators: 'chat_id:c! return_bots:b',
  getChatMemberCount: 'chat_id:c!',
  leaveChat: 'chat_id:c!',
  getFile: 'file_id:s!',
};

/** How a parameter is written. */
export type ParamKind = 'i' | 'f' | 'b' | 's' | 'c' | 'a' | 'j' | 'F';

/** One parameter of a method. */
export interface ParamSpec {
  kind: ParamKind;
  required: boolean;
}

function parse(spec: string): ReadonlyMap<string, ParamSpec> {
  const params = new Map<string, ParamSpec>();
  for (const word of spec.split(' ').filter((each) => each !== '')) {
    const [name = '', kind = 's'] = word.split(':');
    params.set(name, { kind: kind.charAt(0) as ParamKind, required: kind.endsWith('!') });
  }
  return params;
}

/** The parameters of each method. */
export const methodParams: ReadonlyMap<string, ReadonlyMap<string, ParamSpec>> = new Map(
  Object.entries(specs).map(([method, spec]) => [method, parse(spec)]),
);
