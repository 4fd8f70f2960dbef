import type { Update } from 'grammy/types';

/**
 * The updates that every bot asks for, by name: an empty list would leave out reactions, and leaving the parameter
 * out keeps whatever was set before (Bot API, setWebhook).
 *
 * Left out until a feature handles them: business_* (Secretary mode), channel posts, payments, polls.
 * What is not asked for is not kept by Telegram either. A release that changes this list must also clear
 * `tenant.webhook_url` in a control migration, so that every webhook is registered again; polling takes it up at once.
 */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
  'inline_query',
] as const satisfies readonly Exclude<keyof Update, 'update_id'>[];
