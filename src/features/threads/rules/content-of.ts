import type { Message } from 'grammy/types';
import type { Attachment, ContentKind, MessageContent } from '../message.ts';

/** Content that the Bot API shows but that bots can neither copy nor rebuild. */
const unsupportedFields = [
  'story',
  'paid_media',
  'giveaway',
  'giveaway_winners',
  'invoice',
  'game',
  'checklist',
  'gift',
  'unique_gift',
] as const;

/** Reads a Telegram message; null for service messages (joins, pins, topic changes), which nobody wrote. */
export function contentOf(message: Message): MessageContent | null {
  const found = attachmentOf(message);
  if (!found) return null;
  return {
    kind: found.kind,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    attachment: found.attachment && withoutEmpty(found.attachment),
    albumId: message.media_group_id ?? null,
  };
}

type Found = { kind: ContentKind; attachment: Loose<Attachment> | null };
type Loose<T> = { [Key in keyof T]?: T[Key] | undefined };

function attachmentOf(message: Message): Found | null {
  if (message.text !== undefined) return { kind: 'text', attachment: null };
  return fileOf(message) ?? placeOrPersonOf(message) ?? describedOf(message);
}

function fileOf(message: Message): Found | null {
  const display = {
    spoiler: message.has_media_spoiler,
    captionAbove: message.show_caption_above_media,
  };
  if (message.photo) {
    return { kind: 'photo', attachment: { ...fileIds(message.photo.at(-1)), ...display } };
  }
  if (message.video) {
    return { kind: 'video', attachment: { ...fileIds(message.video), ...display } };
  }
  // A message with an animation also carries it as a document, for old clients (Bot API, Message.document).
  if (message.animation) {
    return { kind: 'animation', attachment: { ...fileIds(message.animation), ...display } };
  }
  if (message.voice) return { kind: 'voice', attachment: fileIds(message.voice) };
  if (message.video_note) return { kind: 'video_note', attachment: fileIds(message.video_note) };
  if (message.audio) return { kind: 'audio', attachment: fileIds(message.audio) };
  if (message.document) return { kind: 'document', attachment: fileIds(message.document) };
  if (message.sticker) {
    return {
      kind: 'sticker',
      attachment: { ...fileIds(message.sticker), emoji: message.sticker.emoji },
    };
  }
  return null;
}

function placeOrPersonOf(message: Message): Found | null {
  if (message.venue) {
    const { location, title, address } = message.venue;
    return {
      kind: 'venue',
      attachment: { latitude: location.latitude, longitude: location.longitude, title, address },
    };
  }
  if (message.location) {
    const { latitude, longitude, live_period } = message.location;
    return {
      kind: 'location',
      attachment: { latitude, longitude, live: live_period === undefined ? undefined : true },
    };
  }
  if (message.contact) {
    const { phone_number, first_name, last_name } = message.contact;
    const name = last_name === undefined ? first_name : `${first_name} ${last_name}`;
    return { kind: 'contact', attachment: { phoneNumber: phone_number, name } };
  }
  return null;
}

function describedOf(message: Message): Found | null {
  if (message.poll) {
    const options = message.poll.options.map((option) => option.text);
    return { kind: 'poll', attachment: { question: message.poll.question, options } };
  }
  if (message.dice) {
    return {
      kind: 'dice',
      attachment: { emoji: message.dice.emoji, value: message.dice.value },
    };
  }
  const what = unsupportedFields.find((field) => field in message);
  return what === undefined ? null : { kind: 'unsupported', attachment: { what } };
}

function fileIds(file: { file_id: string; file_unique_id: string } | undefined): Loose<Attachment> {
  return { fileId: file?.file_id, fileUniqueId: file?.file_unique_id };
}

function withoutEmpty(attachment: Loose<Attachment>): Attachment {
  return Object.fromEntries(
    Object.entries(attachment).filter(([, value]) => value !== undefined),
  ) as Attachment;
}
