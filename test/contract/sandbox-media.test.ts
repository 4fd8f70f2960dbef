import { InputFile, InputMediaBuilder } from 'grammy';
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { plainPng } from '#test/support/sandbox/image.ts';
import { type FileInput, type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const picture = () => new InputFile(plainPng(640, 400, [200, 30, 30]), 'red.png');
const bytes = (name: string) => new InputFile(Buffer.from(`bytes of ${name}`), name);

function privateChat(username = 'luna_bot') {
  const bot = sandbox.createBot({ username });
  const anna = sandbox.createUser({ firstName: 'Anna' });
  anna.start(bot);
  return { bot, anna, api: clientOf(sandbox, bot) };
}

describe('files of a bot', () => {
  test('every kind of file can be uploaded and arrives on the phone', async () => {
    const { bot, anna, api } = privateChat();
    await api.sendPhoto(anna.id, picture(), {
      caption: '<b>Look</b>',
      parse_mode: 'HTML',
      has_spoiler: true,
    });
    await api.sendVideo(anna.id, bytes('a.mp4'), { duration: 9, width: 320, height: 200 });
    await api.sendVoice(anna.id, bytes('a.ogg'), { duration: 3 });
    await api.sendVideoNote(anna.id, bytes('n.mp4'), { duration: 5 });
    await api.sendAudio(anna.id, bytes('a.mp3'), { title: 'Song', performer: 'Luna' });
    await api.sendDocument(anna.id, bytes('a.pdf'));
    await api.sendSticker(anna.id, bytes('s.webp'), { emoji: '🙂' });
    await api.sendAnimation(anna.id, bytes('g.mp4'));
    const seen = anna.sees(bot).slice(1);
    expect(seen.map((message) => message.kind)).toEqual([
      'photo',
      'video',
      'voice',
      'video_note',
      'audio',
      'document',
      'sticker',
      'animation',
    ]);
    expect(seen[0]).toMatchObject({
      text: 'Look',
      media: { width: 640, height: 400, spoiler: true },
    });
    expect(seen[5]?.media).toMatchObject({ fileName: 'a.pdf', mimeType: 'application/pdf' });
    expect(sandbox.violations).toEqual([]);
  });

  test('the phone and getFile serve the very bytes', async () => {
    const { bot, anna, api } = privateChat();
    const sent = await api.sendDocument(anna.id, bytes('a.txt'));
    const file = await api.getFile(sent.document.file_id);
    const download = await fetch(`${sandbox.url}/file/bot${bot.token}/${file.file_path}`);
    expect(await download.text()).toBe('bytes of a.txt');
    const media = anna.sees(bot).at(-1)?.media;
    const shown = await fetch(`${sandbox.url}${media?.url}`);
    expect(shown.headers.get('content-type')).toBe('text/plain');
    expect(await shown.text()).toBe('bytes of a.txt');
    expect((await fetch(`${sandbox.url}/file/bot1:x/${file.file_path}`)).status).toBe(401);
    expect((await fetch(`${sandbox.url}/file/bot${bot.token}/photos/none.jpg`)).status).toBe(404);
  });

  test('a file id works again for its bot, and not for another bot nor as another kind', async () => {
    const { anna, api } = privateChat();
    const other = privateChat('mira_bot');
    const sent = await api.sendPhoto(anna.id, picture());
    const fileId = sent.photo.at(-1)?.file_id ?? '';
    const again = await api.sendPhoto(anna.id, fileId);
    expect(again.photo.at(-1)?.file_unique_id).toBe(sent.photo.at(-1)?.file_unique_id);
    expect(await refusal(other.api.sendPhoto(other.anna.id, fileId))).toBe(
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    );
    expect(await refusal(other.api.getFile(fileId))).toBe('400 Bad Request: invalid file_id');
    expect(await refusal(api.sendDocument(anna.id, fileId))).toBe(
      "400 Bad Request: can't use file of type Photo as Document",
    );
  });

  test('a photo that is no picture, an empty file and a link are refused', async () => {
    const { anna, api } = privateChat();
    expect(await refusal(api.sendPhoto(anna.id, bytes('x.jpg')))).toBe(
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    );
    expect(await refusal(api.sendDocument(anna.id, new InputFile(Buffer.alloc(0), 'x')))).toBe(
      '400 Bad Request: file must be non-empty',
    );
    expect(await refusal(api.sendPhoto(anna.id, 'https://example.org/a.png'))).toBe(
      '400 Bad Request: failed to get HTTP URL content',
    );
  });

  test('a caption of 1024 characters passes and one of 1025 does not', async () => {
    const { anna, api } = privateChat();
    await api.sendPhoto(anna.id, picture(), { caption: 'x'.repeat(1024) });
    expect(await refusal(api.sendPhoto(anna.id, picture(), { caption: 'x'.repeat(1025) }))).toBe(
      '400 Bad Request: message caption is too long',
    );
  });

  test('a file above 20 MB cannot be downloaded', async () => {
    const { bot, anna, api } = privateChat();
    anna.sends(bot, { file: { kind: 'video', size: 20 * 1_048_576 + 1 } });
    const [, update] = await api.getUpdates();
    expect(await refusal(api.getFile(update?.message?.video?.file_id ?? ''))).toBe(
      '400 Bad Request: file is too big',
    );
  });
});

describe('albums', () => {
  test('two to ten parts make an album with one id', async () => {
    const { bot, anna, api } = privateChat();
    const sent: Message[] = await api.sendMediaGroup(anna.id, [
      InputMediaBuilder.photo(picture(), { caption: 'First' }),
      InputMediaBuilder.video(bytes('a.mp4')),
    ]);
    expect(new Set(sent.map((message) => message.media_group_id)).size).toBe(1);
    expect(sent[0]?.media_group_id).toBeTypeOf('string');
    const seen = anna.sees(bot).slice(-2);
    expect(seen.map((message) => [message.kind, message.text])).toEqual([
      ['photo', 'First'],
      ['video', ''],
    ]);
    expect(seen[0]?.albumId).toBe(seen[1]?.albumId);
  });

  test('one part, eleven parts and mixed kinds are refused', async () => {
    const { anna, api } = privateChat();
    const photo = () => InputMediaBuilder.photo(picture());
    const document = () => InputMediaBuilder.document(bytes('a.pdf'));
    expect(await refusal(api.sendMediaGroup(anna.id, [photo()]))).toMatch(/^400 Bad Request/);
    const eleven = Array.from({ length: 11 }, photo);
    expect(await refusal(api.sendMediaGroup(anna.id, eleven))).toMatch(
      /^400 Bad Request: too many/,
    );
    expect(await refusal(api.sendMediaGroup(anna.id, [photo(), document()] as never))).toBe(
      "400 Bad Request: can't use the media of the specified type in the album",
    );
  });

  test("a person's album arrives as updates of its own with one id, each with the reply", async () => {
    const { bot, anna, api } = privateChat();
    const question = await api.sendMessage(anna.id, 'Show me');
    const ids = anna.sendsAlbum(bot, [{ kind: 'photo' }, { kind: 'photo' }], {
      caption: 'Here',
      replyTo: question.message_id,
    });
    const updates = (await api.getUpdates()).slice(-2);
    expect(updates.map((update) => update.message?.message_id)).toEqual(ids);
    expect(new Set(updates.map((update) => update.message?.media_group_id)).size).toBe(1);
    expect(updates.map((update) => update.message?.caption)).toEqual(['Here', undefined]);
    for (const update of updates)
      expect(update.message?.reply_to_message?.message_id).toBe(question.message_id);
  });
});

describe('copying and forwarding', () => {
  test('a copy keeps text, entities and file, and knows nothing of its origin', async () => {
    const { bot, anna, api } = privateChat();
    const creator = sandbox.createUser({ firstName: 'Luna' });
    creator.start(bot);
    const text = anna.sends(bot, {
      text: 'bold',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
    });
    const photo = anna.sends(bot, { file: { kind: 'photo' }, text: 'caption' });
    await api.copyMessage(creator.id, anna.id, text);
    await api.copyMessage(creator.id, anna.id, photo, { caption: 'Anna: caption' });
    const [first, second] = creator.sees(bot).slice(-2);
    expect(first).toMatchObject({
      text: 'bold',
      entities: [{ type: 'bold' }],
      from: { isBot: true },
    });
    expect(first?.forwardedFrom).toBeUndefined();
    expect(second?.text).toBe('Anna: caption');
    expect(second?.media?.fileUniqueId).toBe(anna.sees(bot).at(-1)?.media?.fileUniqueId);
    await api.forwardMessage(creator.id, anna.id, text);
    expect(creator.sees(bot).at(-1)?.forwardedFrom).toBe('Anna');
  });

  test('every kind that a person can send can be copied, and a dice is thrown anew', async () => {
    const { bot, anna, api } = privateChat();
    const kinds: FileInput['kind'][] = [
      'photo',
      'video',
      'voice',
      'video_note',
      'audio',
      'document',
      'sticker',
      'animation',
    ];
    const ids = [
      ...kinds.map((kind) => anna.sends(bot, { file: { kind } })),
      anna.sends(bot, { location: { latitude: 1.5, longitude: 2.5 } }),
      anna.sends(bot, { venue: { latitude: 1, longitude: 2, title: 'Café', address: 'Street 1' } }),
      anna.sends(bot, { contact: { phoneNumber: '+4912345', firstName: 'Ben' } }),
      anna.sends(bot, { poll: { question: 'Tea?', options: ['yes', 'no'] } }),
      anna.sends(bot, { dice: { emoji: '🎲' } }),
    ];
    for (const id of ids) await api.copyMessage(anna.id, anna.id, id);
    const seen = anna
      .sees(bot)
      .slice(1)
      .map((message) => message.kind);
    expect(seen.slice(ids.length)).toEqual(seen.slice(0, ids.length));
  });

  test('a missing message, a service message, a protected one and a quiz cannot be copied', async () => {
    const { bot, anna, api } = privateChat();
    const cannot = "400 Bad Request: the message can't be copied";
    const sent = await api.sendMessage(anna.id, 'pin me', { protect_content: true });
    expect(await refusal(api.copyMessage(anna.id, anna.id, sent.message_id))).toBe(cannot);
    await api.pinChatMessage(anna.id, sent.message_id);
    expect(await refusal(api.copyMessage(anna.id, anna.id, sent.message_id + 1))).toBe(cannot);
    const quiz = anna.sends(bot, { poll: { question: '1+1?', options: ['2', '3'], quiz: true } });
    expect(await refusal(api.copyMessage(anna.id, anna.id, quiz))).toBe(cannot);
    expect(await refusal(api.copyMessage(anna.id, anna.id, 1))).toBe(
      '400 Bad Request: message to copy not found',
    );
    expect(await refusal(api.forwardMessage(anna.id, anna.id, 1))).toBe(
      '400 Bad Request: message to forward not found',
    );
  });

  test('copyMessages keeps an album together, skips what is gone, and wants rising ids', async () => {
    const { bot, anna, api } = privateChat();
    const ids = anna.sendsAlbum(bot, [{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }]);
    const lone = anna.sends(bot, 'and a text');
    anna.deletes(bot, ids[1] ?? 0);
    const copies = await api.copyMessages(anna.id, anna.id, [...ids, lone]);
    expect(copies).toHaveLength(3);
    const seen = anna.sees(bot).slice(-3);
    expect(seen[0]?.albumId).toBe(seen[1]?.albumId);
    expect(seen[0]?.albumId).not.toBe(anna.sees(bot)[1]?.albumId);
    expect(seen[2]?.albumId).toBeUndefined();
    await api.copyMessages(anna.id, anna.id, [ids[0] ?? 0, lone]);
    expect(anna.sees(bot).at(-2)).not.toHaveProperty('albumId');
    expect(await refusal(api.copyMessages(anna.id, anna.id, [lone, lone - 1]))).toMatch(
      /strictly increasing order/,
    );
  });
});

test('contacts, places, polls and dice arrive as what they are', async () => {
  const { bot, anna, api } = privateChat();
  await api.sendLocation(anna.id, 52.5, 13.4);
  await api.sendVenue(anna.id, 52.5, 13.4, 'Café', 'Street 1');
  await api.sendContact(anna.id, '+49123', 'Ben');
  await api.sendPoll(anna.id, 'Tea?', [{ text: 'yes' }, { text: 'no' }]);
  const dice = await api.sendDice(anna.id, '🎰');
  expect(anna.sees(bot).slice(1)).toMatchObject([
    { kind: 'location', location: { latitude: 52.5, longitude: 13.4 } },
    { kind: 'venue', location: { title: 'Café' } },
    { kind: 'contact', contact: { phoneNumber: '+49123' } },
    { kind: 'poll', poll: { question: 'Tea?', options: ['yes', 'no'] } },
    { kind: 'dice', dice: { emoji: '🎰', value: dice.dice.value } },
  ]);
});
