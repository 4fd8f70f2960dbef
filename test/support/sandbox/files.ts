import { createHash } from 'node:crypto';
import { badRequest } from './api-error.ts';
import type { SeededRandom } from './random.ts';
import type { BotState, FileState } from './state.ts';

const folders: Record<
  FileState['kind'],
  [folder: string, ending: string, mime: string, type: string]
> = {
  photo: ['photos', 'jpg', 'image/jpeg', 'Photo'],
  video: ['videos', 'mp4', 'video/mp4', 'Video'],
  voice: ['voice', 'oga', 'audio/ogg', 'VoiceNote'],
  video_note: ['video_notes', 'mp4', 'video/mp4', 'VideoNote'],
  audio: ['music', 'mp3', 'audio/mpeg', 'Audio'],
  document: ['documents', 'bin', 'application/octet-stream', 'Document'],
  sticker: ['stickers', 'webp', 'image/webp', 'Sticker'],
  animation: ['animations', 'mp4', 'video/mp4', 'Animation'],
};

/** How TDLib calls a kind of file in its error texts. */
export function fileTypeName(kind: FileState['kind']): string {
  return folders[kind][3];
}

/** The size of one rendition of a photo. */
export interface PhotoVariant {
  name: 's' | 'm' | 'x';
  width: number;
  height: number;
}

/** The renditions Telegram keeps of a photo, smallest first; the last is the full one. */
export function photoVariants(file: FileState): PhotoVariant[] {
  const longest = Math.max(file.width, file.height);
  const variant = (name: PhotoVariant['name'], box: number): PhotoVariant => {
    const scale = Math.min(1, box / longest);
    return {
      name,
      width: Math.max(1, Math.round(file.width * scale)),
      height: Math.max(1, Math.round(file.height * scale)),
    };
  };
  const variants: PhotoVariant[] = [];
  if (longest > 90) variants.push(variant('s', 90));
  if (longest > 320) variants.push(variant('m', 320));
  variants.push(variant('x', 2560));
  return variants;
}

/** All files, and the ids by which each bot knows them. A file id works for one bot only (core.telegram.org/bots/features). */
export class FileStore {
  readonly #random: SeededRandom;
  readonly #byId = new Map<string, { file: FileState; botId: number }>();
  readonly #byPath = new Map<string, FileState>();
  readonly #byUniqueId = new Map<string, FileState>();
  /** File ids handed out, by bot and rendition, so that rendering does not hash again. */
  readonly #ids = new Map<string, string>();
  #count = 0;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /** Stores new bytes. */
  add(
    input: Pick<FileState, 'kind' | 'bytes'> &
      Partial<Omit<FileState, 'kind' | 'bytes' | 'uniqueId' | 'path'>>,
  ): FileState {
    this.#count += 1;
    const [folder, ending, mime] = folders[input.kind];
    const nameEnding = /\.(\w{1,8})$/.exec(input.fileName ?? '')?.[1];
    const file: FileState = {
      uniqueId: `AQAD${this.#random.text(12)}`,
      kind: input.kind,
      bytes: input.bytes,
      size: input.size ?? input.bytes.length,
      fileName: input.fileName,
      mimeType: input.mimeType ?? mime,
      width: input.width ?? 640,
      height: input.height ?? 480,
      duration: input.duration ?? 0,
      emoji: input.emoji,
      title: input.title,
      performer: input.performer,
      path: `${folder}/file_${this.#count}.${nameEnding ?? ending}`,
    };
    this.#byPath.set(file.path, file);
    this.#byUniqueId.set(file.uniqueId, file);
    return file;
  }

  /** The id by which this bot knows the file (of a photo: the rendition). */
  idFor(bot: BotState, file: FileState, variant = 'x'): string {
    const key = `${bot.id}:${file.uniqueId}:${variant}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `AgACAgIAAxkB${createHash('sha256').update(key).digest('base64url')}`;
    this.#ids.set(key, id);
    this.#byId.set(id, { file, botId: bot.id });
    return id;
  }

  /** The id that is the same for every bot; renditions of a photo have their own. */
  uniqueIdOf(file: FileState, variant = 'x'): string {
    return variant === 'x' ? file.uniqueId : `${file.uniqueId}${variant}`;
  }

  /** The file behind an id of this bot. Throws the Bot API's error for foreign and unknown ids. */
  forBot(
    bot: BotState,
    fileId: string,
    error = 'wrong file identifier/HTTP URL specified',
  ): FileState {
    const known = this.#byId.get(fileId);
    if (known === undefined || known.botId !== bot.id) throw badRequest(error);
    return known.file;
  }

  /** By a file id of any bot or a unique id; for the phone, which has no token. */
  any(id: string): FileState | undefined {
    return this.#byId.get(id)?.file ?? this.#byUniqueId.get(id);
  }

  byPath(path: string): FileState | undefined {
    return this.#byPath.get(path);
  }
}
