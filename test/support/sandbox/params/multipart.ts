import { badRequest } from '../api-error.ts';
import type { Upload } from '../methods/call.ts';

/**
 * Reads a multipart/form-data body. A file is kept under its field's name; a field of its own, unless another one has the
 * name, then refers to it as `attach://name`, so that both ways of uploading look the same afterwards.
 */
export function parseMultipart(
  body: Buffer,
  contentType: string,
): { fields: Record<string, string>; uploads: Map<string, Upload> } {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('boundary not found');
  const fields: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  for (const part of split(body, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const headers = part.toString('utf8', 0, end);
    const content = part.subarray(end + 4);
    const name = /name="([^"]*)"/.exec(headers)?.[1] ?? '';
    const fileName = /filename="?([^"\r\n]*)"?/.exec(headers)?.[1];
    if (fileName === undefined) fields[name] = content.toString('utf8');
    else {
      const mimeType = /content-type:\s*([^\s;]+)/i.exec(headers)?.[1];
      uploads.set(name, {
        fileName,
        mimeType: mimeOf(mimeType, fileName),
        bytes: Buffer.from(content),
      });
    }
  }
  const attached = new Set(
    Object.values(fields)
      .join('\n')
      .match(/attach:\/\/[\w-]+/g),
  );
  for (const name of uploads.keys())
    if (!attached.has(`attach://${name}`)) fields[name] ??= `attach://${name}`;
  return { fields, uploads };
}

function split(body: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    // Between the line break after this mark and the one before the next.
    parts.push(body.subarray(at + mark.length + 2, next - 2));
    at = next;
  }
  return parts;
}

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  pdf: 'application/pdf',
  txt: 'text/plain',
  json: 'application/json',
  zip: 'application/zip',
};

/** Telegram goes by the file's name when the sender says nothing of use. */
function mimeOf(given: string | undefined, fileName: string): string {
  if (given !== undefined && given !== 'application/octet-stream') return given;
  const ending = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  return types[ending] ?? 'application/octet-stream';
}
