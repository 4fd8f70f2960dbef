import { crc32, deflateRawSync, constants } from 'node:zlib';

// A zip that is written in steps, each in a transaction of its own, perhaps by another process than the one before:
// what libraries keep in memory in between must fit into a row. Layout: APPNOTE.TXT of PKWARE, 4.3 to 4.5.

/** A file inside a zip, as far as it is written. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** Where it begins. */
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip as far as it is written. */
export interface Zip {
  readonly size: number;
  readonly ended: readonly ZipEntry[];
  readonly open: ZipEntry | null;
}

/** A zip in which nothing is yet. */
export const emptyZip: Zip = { size: 0, ended: [], open: null };

/** A piece of a file, ready to be appended. */
export interface PackedPiece {
  readonly bytes: Uint8Array;
  /** What it is unpacked: size, and the checksum of it and all before it. */
  readonly size: number;
  readonly crc: number;
}

/** A step of writing: the bytes to append, and the zip after them. */
export interface ZipStep {
  readonly zip: Zip;
  readonly bytes: Uint8Array;
}

// Sizes stand behind the content (bit 3), names are UTF-8 (bit 11), the content is deflated (8).
const flags = 0x0808;
const deflated = 8;
const version = 20;

/** Packs a piece that goes behind others; `crc` is the checksum of those. Small enough to be done at once. */
export function packPiece(text: string, crc: number): PackedPiece {
  const content = Buffer.from(text);
  // Flushed to a whole byte and not marked as the last, so that the next piece goes right behind it.
  const bytes = deflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH });
  return { bytes, size: content.length, crc: crc32(content, crc) };
}

/** Begins a file. `now` in epoch ms. */
export function beginEntry(zip: Zip, name: string, now: number): ZipStep {
  const bytes = Buffer.concat([
    numbers([0x04034b50, 4], [version, 2], ...common(now), [0, 4], [0, 4], [0, 4]),
    numbers([Buffer.byteLength(name), 2], [0, 2]),
    Buffer.from(name),
  ]);
  const open = { name, at: zip.size, crc: 0, packed: 0, size: 0 };
  return { zip: { ...zip, size: zip.size + bytes.length, open }, bytes };
}

/** Appends a piece to the file that was begun. */
export function appendPiece(zip: Zip, piece: PackedPiece): ZipStep {
  const entry = openOf(zip);
  const open = {
    ...entry,
    crc: piece.crc,
    packed: entry.packed + piece.bytes.length,
    size: entry.size + piece.size,
  };
  return { zip: { ...zip, size: zip.size + piece.bytes.length, open }, bytes: piece.bytes };
}

/** Ends the file that was begun. */
export function endEntry(zip: Zip): ZipStep {
  const entry = openOf(zip);
  // An empty block that is the last.
  const last = Buffer.from([0x03, 0x00]);
  const packed = entry.packed + last.length;
  const sizes = numbers([0x08074b50, 4], [entry.crc, 4], [packed, 4], [entry.size, 4]);
  const bytes = Buffer.concat([last, sizes]);
  const ended = [...zip.ended, { ...entry, packed }];
  return { zip: { size: zip.size + bytes.length, ended, open: null }, bytes };
}

/** Ends the zip: its table of contents. */
export function endZip(zip: Zip, now: number): ZipStep {
  const contents = Buffer.concat(
    zip.ended.flatMap((entry) => [
      numbers([0x02014b50, 4], [version, 2], [version, 2], ...common(now)),
      numbers([entry.crc, 4], [entry.packed, 4], [entry.size, 4]),
      numbers([Buffer.byteLength(entry.name), 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4]),
      numbers([entry.at, 4]),
      Buffer.from(entry.name),
    ]),
  );
  const count = zip.ended.length;
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2]);
  const where = numbers([contents.length, 4], [zip.size, 4], [0, 2]);
  const bytes = Buffer.concat([contents, end, where]);
  return { zip: { ...zip, size: zip.size + bytes.length }, bytes };
}

function openOf({ open }: Zip): ZipEntry {
  if (!open) throw new Error('no file of this zip is open');
  return open;
}

type Field = readonly [value: number, bytes: 2 | 4];

function common(now: number): Field[] {
  const date = new Date(Math.max(now, Date.UTC(1980, 0, 1)));
  const time =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return [
    [flags, 2],
    [deflated, 2],
    [time, 2],
    [day, 2],
  ];
}

function numbers(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
