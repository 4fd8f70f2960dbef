import type { OutboxFileId } from '#src/core/ids.ts';

/** Stands in a payload for a stored file (see attachFile), also after a round through JSON. */
export interface FileRef {
  readonly $file: number;
}

/** What stands in a payload for this file. */
export function fileRef(id: OutboxFileId): FileRef {
  return { $file: id };
}

/** Whether this value of a payload stands for a stored file. */
export function isFileRef(value: unknown): value is FileRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    '$file' in value &&
    typeof value.$file === 'number'
  );
}

/**
 * The files that a payload refers to: as a parameter (`photo`, `document`), or inside `media`, one InputMedia or a list
 * of them. They are looked for nowhere else: the rest of a payload may come from what people wrote.
 */
export function fileRefsIn(payload: Readonly<Record<string, unknown>>): OutboxFileId[] {
  const found: OutboxFileId[] = [];
  mapFileRefs(payload, (ref) => {
    found.push(ref.$file as OutboxFileId);
    return ref;
  });
  return found;
}

/** The payload with something else in place of each reference to a file. Without references it stays the same object. */
export function mapFileRefs(
  payload: Readonly<Record<string, unknown>>,
  change: (ref: FileRef) => unknown,
): Readonly<Record<string, unknown>> {
  let changed: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value !== 'object' || value === null) continue;
    const next = name === 'media' ? mapMedia(value, change) : mapOne(value, change);
    if (next === value) continue;
    changed ??= { ...payload };
    changed[name] = next;
  }
  return changed ?? payload;
}

function mapOne(value: unknown, change: (ref: FileRef) => unknown): unknown {
  return isFileRef(value) ? change(value) : value;
}

function mapMedia(value: object, change: (ref: FileRef) => unknown): unknown {
  if (isFileRef(value)) return change(value);
  if (!Array.isArray(value)) return mapFileRefs(value as Record<string, unknown>, change);
  const list = value.map((one: Record<string, unknown>) => mapFileRefs(one, change));
  return list.every((one, index) => one === value[index]) ? value : list;
}
