declare const brand: unique symbol;

/** A primitive that only its own maker may pass where it is asked for. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Opaque id of a tenant, made once by `create`; names its folder, its keys and nothing a person sees. */
export type TenantId = Brand<string, 'TenantId'>;
/** The operator's short name of a tenant: `^[a-z0-9][a-z0-9-]{1,30}$`. */
export type Slug = Brand<string, 'Slug'>;
/** Telegram id of a bot. */
export type BotId = Brand<number, 'BotId'>;
/** Telegram id of a person; at most 52 bits (Bot API, User). */
export type UserId = Brand<number, 'UserId'>;
/** Telegram id of a chat; a private chat has its user's id, groups are negative. */
export type ChatId = Brand<number, 'ChatId'>;
/** Telegram id of a forum topic (`message_thread_id`). */
export type TopicId = Brand<number, 'TopicId'>;
/** Telegram id of a message, counted within one chat. */
export type ChatMessageId = Brand<number, 'ChatMessageId'>;

/** Row ids within one tenant's file. */
export type FanId = Brand<number, 'FanId'>;
/** Row id of a thread. */
export type ThreadId = Brand<number, 'ThreadId'>;
/** Row id of a message of ours, whichever chats it is shown in. */
export type MessageId = Brand<number, 'MessageId'>;
/** Row id of an outbox row. */
export type OutboxId = Brand<number, 'OutboxId'>;
/** Row id of a file that travels with an outbox row. */
export type OutboxFileId = Brand<number, 'OutboxFileId'>;
/** Row id of a stored update. */
export type StoredUpdateId = Brand<number, 'StoredUpdateId'>;
/** Row id of a job. */
export type JobId = Brand<number, 'JobId'>;
/** Row id of a desk. */
export type DeskId = Brand<number, 'DeskId'>;
/** Row id of a note. */
export type NoteId = Brand<number, 'NoteId'>;
/** Row id of a tag. */
export type TagId = Brand<number, 'TagId'>;
/** Row id of a field that the creator defined. */
export type FieldId = Brand<number, 'FieldId'>;
/** Row id of an important date. */
export type ImportantDateId = Brand<number, 'ImportantDateId'>;
/** Row id of a follow-up. */
export type FollowupId = Brand<number, 'FollowupId'>;
/** Row id of a segment. */
export type SegmentId = Brand<number, 'SegmentId'>;
/** Row id of what somebody at the desk looked for. */
export type SearchQueryId = Brand<number, 'SearchQueryId'>;
/** Row id of a saved reply. */
export type SavedReplyId = Brand<number, 'SavedReplyId'>;
/** Row id of a draft. */
export type DraftId = Brand<number, 'DraftId'>;
/** Row id of a past answer. */
export type PastAnswerId = Brand<number, 'PastAnswerId'>;
/** Row id of a table that somebody brings along. */
export type ImportId = Brand<number, 'ImportId'>;
/** Row id of an export. */
export type ExportId = Brand<number, 'ExportId'>;

const slugPattern = /^[a-z0-9][a-z0-9-]{1,30}$/;

/** Whether a text may be a slug: 2 to 31 characters, a-z, 0-9 and dashes, no dash in front. */
export function isSlug(text: string): text is Slug {
  return slugPattern.test(text);
}
