import type { InlineKeyboardButton } from 'grammy/types';
import type { ChatId, ChatMessageId, SavedReplyId, ThreadId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, requireFan } from '#src/features/fans/index.ts';
import { cardTap, describe, type Thread, threadById } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich, maxText, splitRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { countReplies, repliesPage, replyById, sentFrom } from '../queries.ts';
import { fillPlaceholders } from '../rules/placeholders.ts';
import { type ReplyTap, tapData } from '../rules/tap-data.ts';
import type { SavedReply } from '../saved-reply.ts';

const pageSize = 8;

/** The list from which one is chosen for the fan of a thread; undefined when there is no such thread. */
export async function pickView(
  reader: Reader,
  threadId: ThreadId,
  page: number,
  t: Translate,
): Promise<Card | undefined> {
  const thread = await threadById(reader, threadId);
  if (!thread) return undefined;
  const { shown, rows } = await listRows(
    reader,
    page,
    (id) => ({ do: 'preview', threadId, id }),
    (to) => ({ do: 'pick', threadId, page: to }),
  );
  const name = displayName(await requireFan(reader, thread.fanId));
  const key = shown === 0 ? 'replies-none' : 'replies-pick';
  const back = { text: t('button-back'), callback_data: cardTap('back', thread.fanId) };
  return { text: t(key, { name }), rows: [...rows, [back]] };
}

/** A saved reply as this fan would get it, with Send. */
export async function previewView(
  reader: Reader,
  { threadId, id }: { threadId: ThreadId; id: SavedReplyId },
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  t: Translate,
): Promise<Card | undefined> {
  const thread = await threadById(reader, threadId);
  const reply = await replyById(reader, id);
  if (!thread || !reply) return undefined;
  const after = await sentFrom(reader, place);
  return {
    text: await previewText(reader, thread, reply, t),
    rows: [
      [{ text: 'Send', callback_data: tapData({ do: 'send', threadId, id, after }) }],
      [
        {
          text: t('button-back'),
          callback_data: tapData({ do: 'pick', threadId, page: 0 }),
        },
      ],
    ],
  };
}

/** All saved replies, to be managed. */
export async function listView(reader: Reader, page: number, t: Translate): Promise<Card> {
  const { shown, rows } = await listRows(
    reader,
    page,
    (id) => ({ do: 'open', id }),
    (to) => ({ do: 'list', page: to }),
  );
  const fresh = { text: t('replies-new'), callback_data: tapData({ do: 'new' }) };
  return { text: t(shown === 0 ? 'replies-empty' : 'replies-title'), rows: [...rows, [fresh]] };
}

/** One saved reply with what can be done to it; undefined when it is gone. */
export async function openView(
  reader: Reader,
  id: SavedReplyId,
  t: Translate,
  asking: 'delete' | null = null,
): Promise<Card | undefined> {
  const reply = await replyById(reader, id);
  if (!reply) return undefined;
  const button = (what: 'rename' | 'edit' | 'ask-delete' | 'delete' | 'open', text: string) => ({
    text,
    callback_data: tapData({ do: what, id }),
  });
  const used = t('replies-used', { count: reply.usedCount });
  const shown = joinRich(bold(reply.name), '\n', shownContent(reply, reply.content, t));
  const rows =
    asking === 'delete'
      ? [[button('delete', t('replies-delete-sure')), button('open', t('button-back'))]]
      : [
          [button('rename', t('replies-rename')), button('edit', 'Edit')],
          [button('ask-delete', t('replies-delete'))],
          [{ text: t('button-back'), callback_data: tapData({ do: 'list', page: 0 }) }],
        ];
  return { text: cut(joinRich(shown, `\n\n${used}`)), rows };
}

async function previewText(
  reader: Reader,
  thread: Thread,
  reply: SavedReply,
  t: Translate,
): Promise<RichText> {
  const fan = await requireFan(reader, thread.fanId);
  const head = bold(t('replies-preview', { name: displayName(fan) }));
  return cut(joinRich(head, '\n', shownContent(reply, fillPlaceholders(reply.content, fan), t)));
}

function shownContent(reply: SavedReply, words: RichText, t: Translate): RichText {
  if (reply.content.kind === 'text') return words;
  return joinRich(`[${describe(reply.content, t)}]`, words.text === '' ? '' : '\n', words);
}

async function listRows(
  reader: Reader,
  wanted: number,
  open: (id: SavedReplyId) => ReplyTap,
  turn: (page: number) => ReplyTap,
): Promise<{ shown: number; rows: InlineKeyboardButton[][] }> {
  const pages = Math.max(1, Math.ceil((await countReplies(reader)) / pageSize));
  const page = Math.min(wanted, pages - 1);
  const replies = await repliesPage(reader, { limit: pageSize, offset: page * pageSize });
  const to = (target: number, text: string) => ({ text, callback_data: tapData(turn(target)) });
  const turns = [
    ...(page > 0 ? [to(page - 1, '‹')] : []),
    ...(page < pages - 1 ? [to(page + 1, '›')] : []),
  ];
  const rows = replies.map(({ id, name }) => [{ text: name, callback_data: tapData(open(id)) }]);
  return { shown: replies.length, rows: turns.length > 0 ? [...rows, turns] : rows };
}

function cut(rich: RichText): RichText {
  return splitRich(rich, maxText)[0] ?? rich;
}
