import { ApiError, badRequest } from '../api-error.ts';
import { fileTypeName } from '../files.ts';
import { imageSize } from '../image.ts';
import type { Content, FileState, Json } from '../state.ts';
import type { Call, Method, Upload } from './call.ts';
import { placeOf, sendContent } from './send.ts';
import { captionOf } from './text.ts';
import { post } from '../messages.ts';
import { renderMessage } from '../render.ts';

const megabyte = 1_048_576;

/** The file that a parameter or an InputMedia means: an upload or a file id of this bot. Throws the Bot API's errors. */
export function fileOf(
  call: Call,
  kind: FileState['kind'],
  value: unknown,
  about: Json,
): FileState {
  if (typeof value !== 'string' || value === '')
    throw badRequest('there is no media in the request');
  if (value.startsWith('attach://')) {
    const upload = call.uploads.get(value.slice('attach://'.length));
    if (upload === undefined) throw badRequest('file must be non-empty');
    return store(call, kind, upload, about);
  }
  // The sandbox fetches nothing from the network.
  if (/^https?:\/\//i.test(value)) throw badRequest('failed to get HTTP URL content');
  const file = call.world.files.forBot(call.bot, value);
  if (file.kind !== kind)
    throw badRequest(`can't use file of type ${fileTypeName(file.kind)} as ${fileTypeName(kind)}`);
  return file;
}

function store(call: Call, kind: FileState['kind'], upload: Upload, about: Json): FileState {
  const { bytes, fileName } = upload;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  // 10 MB for a photo, 50 MB otherwise (core.telegram.org/bots/api#sending-files).
  if (bytes.length > (kind === 'photo' ? 10 : 50) * megabyte)
    throw new ApiError(413, 'Request Entity Too Large');
  const size = imageSize(bytes);
  if (kind === 'photo') {
    if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
    if (size.width + size.height > 10_000) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  const number = (name: string) => {
    const value = about[name];
    return typeof value === 'number' ? { [name]: value } : {};
  };
  const text = (name: string) => {
    const value = about[name];
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return call.world.files.add({
    kind,
    bytes,
    fileName,
    mimeType: upload.mimeType,
    ...size,
    ...(kind === 'photo' ? {} : { ...number('width'), ...number('height') }),
    ...(kind === 'video_note' ? { width: 240, height: 240 } : {}),
    ...number('duration'),
    ...text('title'),
    ...text('performer'),
    ...text('emoji'),
  });
}

function mediaMethod(kind: FileState['kind']): Method {
  return (call) => {
    const caption = captionOf(call.params);
    const file = fileOf(call, kind, call.params[kind], call.params);
    return sendContent(call, { kind, file, ...caption });
  };
}

/** https://core.telegram.org/bots/api#sendphoto and its siblings. */
export const mediaMethods: Record<string, Method> = {
  sendPhoto: mediaMethod('photo'),
  sendVideo: mediaMethod('video'),
  sendVoice: mediaMethod('voice'),
  sendVideoNote: mediaMethod('video_note'),
  sendAudio: mediaMethod('audio'),
  sendDocument: mediaMethod('document'),
  sendSticker: mediaMethod('sticker'),
  sendAnimation: mediaMethod('animation'),
};

/** The content that an InputMedia describes. */
export function inputMedia(call: Call, media: Json): Content & { kind: FileState['kind'] } {
  const kind = media['type'] as FileState['kind'];
  return { kind, file: fileOf(call, kind, media['media'], media), ...captionOf(media) };
}

const albumKinds = new Set(['photo', 'video', 'audio', 'document']);

/** https://core.telegram.org/bots/api#sendmediagroup */
export const sendMediaGroup: Method = (call) => {
  const list = call.params['media'] as Json[];
  if (list.length < 2 || list.length > 10)
    throw badRequest(
      list.length > 10
        ? 'too many messages to send as an album'
        : 'there are not enough media to send as an album',
    );
  const kinds = new Set(list.map((media) => media['type']));
  const mixes = kinds.size > 1 && (kinds.has('audio') || kinds.has('document'));
  if (mixes || list.some((media) => !albumKinds.has(String(media['type']))))
    throw badRequest("can't use the media of the specified type in the album");
  const contents = list.map((media) => inputMedia(call, media));
  const { chat, ...rest } = placeOf(call);
  const albumId = newAlbumId(call);
  return contents.map((content) =>
    renderMessage(
      call.world,
      call.bot,
      post(call.world, chat, { from: call.bot, content, albumId, ...rest }),
    ),
  );
};

/** A fresh `media_group_id`. */
export function newAlbumId(call: Pick<Call, 'world'>): string {
  return `1${String(call.world.random.integer(1, 999_999_999_999)).padStart(16, '0')}`;
}
