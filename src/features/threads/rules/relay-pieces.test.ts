import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatId, ChatMessageId, MessageId, ThreadId } from '#src/core/ids.ts';
import type { ContentKind, StoredMessage } from '../message.ts';
import { albumPieces, editOfPiece, relayPieces } from './relay-pieces.ts';
import type { RelayView } from './relay-pieces.ts';

const origin = {
  messageId: 1 as MessageId,
  side: 'fan',
  role: 'origin',
  part: 0,
  chatId: 70 as ChatId,
  chatMessageId: 5 as ChatMessageId,
} as const;

const atPrivateDesk: RelayView = {
  named: true,
  buttons: true,
  name: 'Ana',
  threadId: 3 as ThreadId,
  origin,
  answers: undefined,
  repeated: false,
  begun: false,
  edited: false,
  inWords: false,
  t: (key) => key,
};
const atForum: RelayView = { ...atPrivateDesk, named: false, buttons: false };

function message(kind: ContentKind, text = '', more: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id: 1 as MessageId,
    threadId: 3 as ThreadId,
    direction: 'in',
    actor: 'fan',
    kind,
    text,
    entities: [],
    attachment: { fileId: 'file', fileUniqueId: 'unique' },
    albumId: null,
    answersMessageId: null,
    delivery: 'queued',
    mergedInto: null,
    fanReaction: null,
    creatorReaction: null,
    sentAt: 0,
    editedAt: null,
    deletedAt: null,
    ...more,
  };
}

describe('a relay in the private desk', () => {
  test('is one call with the name in bold and the fan’s formatting moved behind it', () => {
    const [call, ...rest] = relayPieces(
      message('text', 'so good', { entities: [{ type: 'italic', offset: 3, length: 4 }] }),
      atPrivateDesk,
    );
    expect(rest).toEqual([]);
    expect(call?.method).toBe('sendMessage');
    expect(call?.payload).toMatchObject({
      text: 'Ana\nso good',
      entities: [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 7, length: 4 },
      ],
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Draft', callback_data: 'dr:ask:3' },
            { text: 'Card', callback_data: 'th:card:3' },
            { text: 'Done', callback_data: 'th:done:3' },
          ],
        ],
      },
    });
  });

  test('puts the name into the caption of a copied photo', () => {
    const [call] = relayPieces(message('photo', 'me'), atPrivateDesk);
    expect(call).toMatchObject({
      method: 'copyMessage',
      payload: { from_chat_id: 70, message_id: 5, caption: 'Ana\nme' },
    });
  });

  test.each<ContentKind>(['sticker', 'video_note', 'location', 'contact'])(
    'shows the name on a button over a %s, which cannot have a caption',
    (kind) => {
      const [call, ...rest] = relayPieces(message(kind), atPrivateDesk);
      expect(rest).toEqual([]);
      expect(call?.method).toBe('copyMessage');
      expect(call?.payload['reply_markup']).toMatchObject({
        inline_keyboard: [
          [{ text: 'Ana' }],
          [{ text: 'Draft' }, { text: 'Card' }, { text: 'Done' }],
        ],
      });
    },
  );

  test('describes a poll in words', () => {
    const poll = message('poll', '', { attachment: { question: 'Q', options: ['a', 'b'] } });
    const [call] = relayPieces(poll, atPrivateDesk);
    expect(call?.method).toBe('sendMessage');
    expect(call?.payload['text']).toContain('• a\n• b');
  });

  test('needs two calls when the name makes a full text overflow, and loses nothing of it', () => {
    const text = 'x'.repeat(4096);
    const pieces = relayPieces(message('text', text), atPrivateDesk);
    expect(pieces).toHaveLength(2);
    expect(pieces.map((piece) => piece.payload['text']).join('')).toBe(`Ana\n${text}`);
    expect(pieces[0]?.payload['reply_markup']).toBeUndefined();
    expect(pieces[1]?.payload['reply_markup']).toBeDefined();
  });

  test('sends a caption that overflows as a text of its own before the photo', () => {
    const pieces = relayPieces(message('photo', 'y'.repeat(1024)), atPrivateDesk);
    expect(pieces.map((piece) => piece.method)).toEqual(['sendMessage', 'copyMessage']);
    expect(pieces[1]?.payload['caption']).toBe('Ana');
  });

  test('never exceeds Telegram’s limits and never loses a character, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 4096, unit: 'binary' }), (text) => {
        const pieces = relayPieces(message('text', text), atPrivateDesk);
        const texts = pieces.map((piece) => String(piece.payload['text']));
        expect(texts.every((piece) => piece.length > 0 && piece.length <= 4096)).toBe(true);
        expect(texts.join('')).toBe(`Ana\n${text}`);
      }),
    );
  });

  test('says so when it may be a repeat', () => {
    const [call] = relayPieces(message('text', 'hi'), { ...atPrivateDesk, repeated: true });
    expect(call?.payload['text']).toBe('Ana · threads-mark-repeated\nhi');
  });
});

describe('a relay in a forum', () => {
  test('is the bare message, since the topic shows the name', () => {
    const [call] = relayPieces(message('text', 'hi'), atForum);
    expect(call).toEqual({ method: 'sendMessage', payload: { text: 'hi' } });
  });

  test('copies a photo with the caption it has', () => {
    const [call] = relayPieces(message('photo', 'z'.repeat(2000)), atForum);
    expect(call).toEqual({ method: 'copyMessage', payload: { from_chat_id: 70, message_id: 5 } });
  });
});

describe('an album', () => {
  const parts = [message('photo', 'trip'), message('video')];

  test('stays one album with the name in its first caption', () => {
    const [call, ...rest] = albumPieces(parts, atPrivateDesk);
    expect(rest).toEqual([]);
    expect(call).toMatchObject({
      method: 'sendMediaGroup',
      payload: {
        media: [{ type: 'photo', media: 'file', caption: 'Ana\ntrip' }, { type: 'video' }],
      },
    });
    expect(call?.payload['reply_markup']).toBeUndefined();
  });

  test('sends an overlong caption before it', () => {
    const pieces = albumPieces(
      [message('photo', 'w'.repeat(1024)), message('photo')],
      atPrivateDesk,
    );
    expect(pieces.map((piece) => piece.method)).toEqual(['sendMessage', 'sendMediaGroup']);
  });
});

describe('an edited relay', () => {
  test('keeps its buttons', () => {
    const edited = message('text', 'new');
    const [piece] = relayPieces(edited, atPrivateDesk);
    const edit = piece && editOfPiece(piece, edited, false);
    expect(edit?.method).toBe('editMessageText');
    expect(edit?.payload['reply_markup']).toEqual(piece?.payload['reply_markup']);
  });

  test('changes the caption, or the medium when that was replaced', () => {
    const edited = message('photo', 'new');
    const [piece] = relayPieces(edited, atPrivateDesk);
    if (!piece) throw new Error('no piece');
    expect(editOfPiece(piece, edited, false)).toMatchObject({
      method: 'editMessageCaption',
      payload: { caption: 'Ana\nnew' },
    });
    expect(editOfPiece(piece, edited, true)).toMatchObject({
      method: 'editMessageMedia',
      payload: { media: { type: 'photo', media: 'file', caption: 'Ana\nnew' } },
    });
  });
});
