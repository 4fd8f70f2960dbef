/** @import { FileInput } from '../../../test/support/sandbox/screen.ts' */

/** The Bot API lets bots fetch files up to 20 MB, so larger ones would be lost on the creator's side. */
const LARGEST = 20 * 1024 * 1024;
/** Telegram's apps send photos with at most this many pixels on the longer side. */
const LONGEST_SIDE = 1280;

/**
 * A file that waits to be sent.
 *
 * @typedef {{ blob: Blob, name: string, kind: FileInput['kind'], preview?: string, width?: number, height?: number, duration?: number }} Attachment
 */

/**
 * Reads a chosen, pasted or dropped file as Telegram's apps would send it. Rejects with a sentence for the person.
 *
 * @param {File} file
 * @returns {Promise<Attachment>}
 */
export async function readFile(file) {
  const name = file.name || 'file';
  if (file.size > LARGEST) throw new Error(`${name} is larger than 20 MB.`);
  if (file.size === 0) throw new Error(`${name} is empty.`);
  const preview = URL.createObjectURL(file);
  if (file.type === 'image/gif') return { blob: file, name, kind: 'animation', preview };
  if (/^image\/(?:jpeg|png|webp|avif|bmp)$/u.test(file.type)) {
    const photo = await readPhoto(file);
    if (photo) return { ...photo, name, kind: 'photo', preview };
  }
  if (file.type.startsWith('video/')) {
    return { blob: file, name, kind: 'video', preview, ...(await measure('video', preview)) };
  }
  URL.revokeObjectURL(preview);
  if (file.type.startsWith('audio/')) {
    const url = URL.createObjectURL(file);
    const facts = await measure('audio', url);
    URL.revokeObjectURL(url);
    return { blob: file, name, kind: 'audio', ...facts };
  }
  return { blob: file, name, kind: 'document' };
}

/**
 * @param {File} file
 * @returns {Promise<{ blob: Blob, width: number, height: number } | undefined>} undefined when it is no picture after all
 */
async function readPhoto(file) {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  if (scale === 1 && /png|jpeg/u.test(file.type)) return { blob: file, width, height };
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  return { blob: await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.88 }), width, height };
}

/**
 * @param {'video' | 'audio'} tag
 * @param {string} url
 * @returns {Promise<{ width?: number, height?: number, duration?: number }>}
 */
function measure(tag, url) {
  const { promise, resolve } = Promise.withResolvers();
  const player = document.createElement(tag);
  player.preload = 'metadata';
  player.addEventListener('error', () => resolve({}));
  player.addEventListener('loadedmetadata', () => {
    const duration = Number.isFinite(player.duration)
      ? { duration: Math.round(player.duration) }
      : {};
    const size = player instanceof HTMLVideoElement && player.videoWidth > 0;
    resolve(
      size ? { ...duration, width: player.videoWidth, height: player.videoHeight } : duration,
    );
  });
  player.src = url;
  return promise;
}

/**
 * The attachment as the sandbox takes it.
 *
 * @param {Attachment} attachment
 * @param {boolean} asFile send pictures and films uncompressed, as files
 * @returns {Promise<FileInput>}
 */
export async function toInput(attachment, asFile) {
  const { blob, name, kind, width, height, duration } = attachment;
  const file = {
    data: await base64(blob),
    fileName: name,
    mimeType: blob.type || 'application/octet-stream',
  };
  if (asFile) return { kind: 'document', ...file };
  return {
    kind,
    ...file,
    ...(width && { width }),
    ...(height && { height }),
    ...(duration && { duration }),
  };
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
async function base64(blob) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const url = typeof reader.result === 'string' ? reader.result : '';
    resolve(url.slice(url.indexOf(',') + 1));
  });
  reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
  reader.readAsDataURL(blob);
  return promise;
}
