import type { MessageEntity } from 'grammy/types';
import type { Outgoing } from './contract.ts';
import { imageSize, plainPng } from './image.ts';
import { throwDice } from './methods/simple-content.ts';
import type { FileInput } from './screen.ts';
import type { Content, FileState } from './state.ts';
import { captionLimit, codePoints, formatText, textLimit } from './text/formatted-text.ts';
import type { World } from './world.ts';

/** What a person's message carries: one content, or one for each part of an album. Throws on what no phone sends. */
export function contentOf(world: World, out: Outgoing): Content[] {
  const files = out.files ?? (out.file === undefined ? [] : [out.file]);
  if (files.length > 0) return mediaContents(world, files, out);
  if (out.text !== undefined) return [textContent(out.text, out.entities)];
  if (out.venue !== undefined) {
    const { latitude, longitude, title, address } = out.venue;
    return [{ kind: 'venue', location: { latitude, longitude }, title, address, extra: {} }];
  }
  if (out.location !== undefined) return [{ kind: 'location', location: { ...out.location } }];
  if (out.contact !== undefined) {
    const { phoneNumber, firstName, lastName } = out.contact;
    return [{ kind: 'contact', phoneNumber, firstName, lastName, vcard: undefined }];
  }
  if (out.poll !== undefined) {
    const { question, options, quiz = false } = out.poll;
    const id = String(world.random.integer(1, 9e15));
    return [
      {
        kind: 'poll',
        poll: { id, question, options, anonymous: true, multiple: false, quiz, author: 0 },
      },
    ];
  }
  if (out.dice !== undefined) return [throwDice(world, out.dice.emoji)];
  throw new Error('There is nothing to send.');
}

function textContent(text: string, given: MessageEntity[] | undefined): Content {
  const formatted = formatText(text, undefined, given);
  if (formatted.text === '') throw new Error('A phone does not send an empty text.');
  if (codePoints(formatted.text) > textLimit)
    throw new Error(`A phone sends at most ${textLimit} characters at once.`);
  return { kind: 'text', ...formatted, preview: undefined };
}

function mediaContents(world: World, files: FileInput[], out: Outgoing): Content[] {
  const kinds = new Set(files.map((file) => file.kind));
  const mixes = kinds.size > 1 && (kinds.has('audio') || kinds.has('document'));
  const lone = ['voice', 'video_note', 'sticker', 'animation'].some((kind) =>
    kinds.has(kind as FileInput['kind']),
  );
  if (files.length > 1 && (mixes || lone || files.length > 10))
    throw new Error('These files do not make one album.');
  const caption = formatText(out.text ?? '', undefined, out.entities);
  if (codePoints(caption.text) > captionLimit)
    throw new Error(`A caption has at most ${captionLimit} characters.`);
  return files.map((file, index) => ({
    kind: file.kind,
    file: store(world, file),
    // An album's caption is the caption of its first part.
    text: index === 0 ? caption.text : '',
    entities: index === 0 ? caption.entities : [],
    captionAbove: false,
    spoiler: false,
  }));
}

const names: Partial<Record<FileInput['kind'], string>> = {
  video: 'video.mp4',
  audio: 'song.mp3',
  document: 'document.pdf',
  animation: 'animation.mp4',
};

function store(world: World, input: FileInput): FileState {
  const bytes =
    input.data === undefined ? plausibleBytes(world, input) : Buffer.from(input.data, 'base64');
  const picture = imageSize(bytes);
  const visual = ['photo', 'video', 'animation'].includes(input.kind);
  const fallback =
    input.kind === 'video_note' ? { width: 240, height: 240 } : { width: 640, height: 480 };
  return world.files.add({
    kind: input.kind,
    bytes,
    size: input.size ?? bytes.length,
    fileName: input.fileName ?? names[input.kind],
    width: input.width ?? picture?.width ?? fallback.width,
    height: input.height ?? picture?.height ?? fallback.height,
    duration: input.duration ?? (visual && input.kind === 'photo' ? 0 : 7),
    emoji: input.emoji ?? (input.kind === 'sticker' ? '🙂' : undefined),
    ...(input.mimeType === undefined ? {} : { mimeType: input.mimeType }),
    ...(input.mimeType === undefined && input.kind === 'photo' && input.data === undefined
      ? { mimeType: 'image/png' }
      : {}),
  });
}

function plausibleBytes(world: World, input: FileInput): Buffer {
  const byte = () => world.random.integer(0, 255);
  if (input.kind === 'photo' || input.kind === 'sticker')
    return plainPng(input.width ?? 96, input.height ?? 72, [byte(), byte(), byte()]);
  return Buffer.from(Array.from({ length: 512 }, byte));
}
