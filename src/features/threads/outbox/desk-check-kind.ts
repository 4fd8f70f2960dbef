import type { ChatMember } from 'grammy/types';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import { openDesk } from '../services/open-desk.ts';
import { sayInChat } from '../services/say-in-chat.ts';
import { deskCheckRef } from './refs.ts';

/**
 * Asks Telegram what the bot may do in a group (getChatMember), then makes it the desk or says what is missing. To
 * keep a topic for each fan the bot must be an administrator with "Manage topics"; pinning is a help, not a must.
 */
export const deskCheckKind: OutboxKind = {
  kind: 'desk-check',

  async onSent(tx, row, result, services) {
    const chatId = row.chatId;
    if (chatId === null) return;
    const member = result as ChatMember;
    if (member.status !== 'administrator') {
      await sayInChat(tx, chatId, 'threads-desk-no-admin', services);
    } else if (!member.can_manage_topics) {
      await sayInChat(tx, chatId, 'threads-desk-no-topics-right', services);
    } else {
      const { title } = deskCheckRef(row);
      await openDesk(tx, { kind: 'forum', chatId, title }, services);
      const key = member.can_pin_messages ? 'threads-desk-here' : 'threads-desk-here-no-pin';
      await sayInChat(tx, chatId, key, services);
    }
  },

  async onFailed(tx, row: OutboxRow, _failure, services) {
    if (row.chatId !== null) await sayInChat(tx, row.chatId, 'threads-desk-no-admin', services);
    return 'ended';
  },
};
