/** An update as it came: an object with an integer update_id and, usually, one more field that names its kind. */
export interface RawUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** The update in this parsed JSON value; undefined when it is none. */
export function asUpdate(value: unknown): RawUpdate | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (!('update_id' in value) || !Number.isSafeInteger(value.update_id)) return undefined;
  return value as RawUpdate;
}

/** The update's type as Telegram names it (`message`, `callback_query`); `unknown` for a name that could not be one. */
export function updateKind(update: RawUpdate): string {
  for (const key of Object.keys(update)) {
    if (key !== 'update_id') return /^[a-z_]{1,64}$/.test(key) ? key : 'unknown';
  }
  return 'unknown';
}
