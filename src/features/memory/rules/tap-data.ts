/** Each thing that a button can ask for, and how many ids come with it. */
const verbs = {
  // Notes: of a fan, and one.
  note: 1,
  notes: 2,
  'note-open': 1,
  'note-edit': 1,
  'note-delete': 1,
  'note-gone': 1,
  'note-undo': 1,
  // Tags of a fan: the list (page), on, off (fan, tag, page), a new one.
  tags: 2,
  on: 3,
  off: 3,
  'tag-new': 1,
  // All tags, and one.
  'all-tags': 1,
  tag: 1,
  'tag-name': 1,
  'tag-colours': 1,
  'tag-colour': 2,
  'tag-merge': 2,
  'tag-into': 2,
  'tag-merged': 2,
  'tag-delete': 1,
  'tag-gone': 1,
  // Fields of a fan: the list, one (fan, field), a choice (fan, field, its code), nothing.
  fields: 1,
  field: 2,
  choose: 3,
  clear: 2,
  // All fields, and one; a new one by the number of its type.
  'all-fields': 0,
  'field-open': 1,
  'field-new': 1,
  'field-name': 1,
  'field-choices': 1,
  'field-delete': 1,
  'field-gone': 1,
  // One choice of a field (field, its code), and what it is merged into (the code of that). Last comes the change that was the last
  // when the question was asked.
  choice: 2,
  'choice-name': 2,
  'choice-merge': 2,
  'choice-into': 3,
  'choice-merged': 4,
  'choice-delete': 2,
  'choice-gone': 3,
  // Dates of a fan.
  dates: 1,
  'date-new': 1,
  'date-gone': 2,
} as const;

/** What a button asks for. */
export type Verb = keyof typeof verbs;

/** A tap: what is asked, of what; missing ids are 0. */
export interface MemoryTap {
  readonly verb: Verb;
  readonly ids: readonly [number, number, number, number];
}

const pattern = /^me:([a-z-]{1,20})((?::\d{1,15}){0,4})$/;

/** The callback data of a button: `me:<verb>:<ids>`, at most 64 bytes. */
export function tapData(verb: Verb, ...ids: readonly number[]): string {
  return ['me', verb, ...ids].join(':');
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and rows each time. */
export function readTapData(data: string): MemoryTap | null {
  const match = pattern.exec(data);
  const verb = match?.[1] ?? '';
  if (!isVerb(verb)) return null;
  const ids = (match?.[2] ?? '').split(':').slice(1).map(Number);
  if (ids.length !== verbs[verb]) return null;
  const [first = 0, second = 0, third = 0, fourth = 0] = ids;
  return { verb, ids: [first, second, third, fourth] };
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(verbs, text);
}
