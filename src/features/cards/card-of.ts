import type { FanId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { activityOf, stageText } from '#src/features/activity/index.ts';
import { isOptedOut } from '#src/features/consent/index.ts';
import { adultButton, careAtHand, fanAutoButtons } from '#src/features/drafts/index.ts';
import { factsButton, factsOf, summaryOf } from '#src/features/facts/index.ts';
import { requireFan } from '#src/features/fans/index.ts';
import { followupButton, openFollowups } from '#src/features/followups/index.ts';
import { inboxButtons, snoozeOf } from '#src/features/inbox/index.ts';
import { memberNames } from '#src/features/members/index.ts';
import {
  countNotes,
  datesOf,
  fieldsOf,
  memoryButtons,
  notesOf,
  shownDate,
  shownValue,
  tagsOf,
} from '#src/features/memory/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { repliesButton } from '#src/features/replies/index.ts';
import {
  countMessages,
  describe,
  draftTap,
  type FanCard,
  lastMessages,
  tapData,
  threadOfFan,
} from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { CardFacts } from './card-facts.ts';
import { cardText } from './card-text.ts';

/** Of each there may be many; so many a card shows. */
const shown = { messages: 5, notes: 3, facts: 3, followups: 3 } as const;

/** The card of a fan who exists with its buttons, in the creator's language and time zone. */
export async function cardOf(reader: Reader, fanId: FanId, services: Services): Promise<FanCard> {
  const { language, timeZone } = await preferencesOf(reader);
  const t = services.texts.for(language);
  const now = services.clock.now();
  const thread = await threadOfFan(reader, fanId);
  const messages = thread ? await lastMessages(reader, thread.id, shown.messages) : [];
  const care = new Set(thread ? (await careAtHand(reader, thread)).keys() : []);
  const snooze = thread && (await snoozeOf(reader, thread.id, now));
  const activity = await activityOf(reader, fanId);
  const summary = await summaryOf(reader, fanId);
  const facts = await factsOf(reader, fanId);
  const text = cardText({
    fan: await requireFan(reader, fanId),
    optedOut: await isOptedOut(reader, fanId),
    care,
    counts: thread ? await countMessages(reader, thread.id) : { in: 0, out: 0 },
    waitingSince: thread?.waitingSince ?? null,
    snoozedUntil: snooze ? (snooze.until ?? 'until-they-write') : null,
    stage: activity ? { text: stageText(activity, now, t), score: activity.score } : null,
    ...(await rememberedOf(reader, fanId, language)),
    summary: summary?.text ?? null,
    facts: facts.slice(0, shown.facts),
    factCount: facts.length,
    followups: await openFollowups(reader, fanId, shown.followups),
    messages: messages.map((message) => ({
      direction: message.direction,
      text: message.text === '' ? describe(message, t) : message.text,
    })),
    now,
    language,
    timeZone,
    t,
  });
  const threadRows = thread
    ? [
        [
          { text: 'Draft', callback_data: draftTap(thread.id) },
          { text: 'Done', callback_data: tapData('done', thread.id) },
        ],
        inboxButtons(thread.id),
        [repliesButton(thread.id, t), followupButton(fanId, t)],
      ]
    : [[followupButton(fanId, t)]];
  const more = [
    ...(summary || facts.length > 0 ? [factsButton(fanId)] : []),
    ...(thread ? await fanAutoButtons(reader, thread.id, t) : []),
  ];
  const careRows = care.has('possible-minor') ? [[adultButton(fanId, t)]] : [];
  const rows = [
    ...threadRows,
    ...memoryButtons(fanId, t),
    ...(more.length > 0 ? [more] : []),
    ...careRows,
  ];
  return { text, keyboard: { inline_keyboard: rows } };
}

type Remembered = Pick<CardFacts, 'tags' | 'fields' | 'dates' | 'notes' | 'noteCount'>;

async function rememberedOf(reader: Reader, fanId: FanId, language: string): Promise<Remembered> {
  const fields = await fieldsOf(reader, fanId);
  const dates = await datesOf(reader, fanId);
  const notes = await notesOf(reader, fanId, { limit: shown.notes });
  // With nobody else at the desk, everybody knows who wrote a note.
  const names = await memberNames(reader);
  const authorOf = (author: (typeof notes)[number]['author']) =>
    author === null || names.size < 2 ? null : (names.get(author) ?? null);
  return {
    tags: await tagsOf(reader, fanId),
    fields: fields.flatMap((field) =>
      field.value === null
        ? []
        : [{ name: field.name, value: shownValue(field, field.value, language) }],
    ),
    dates: dates.map((date) => ({ label: date.label, date: shownDate(date, language) })),
    notes: notes.map(({ text, author, createdAt }) => ({
      text,
      author: authorOf(author),
      createdAt,
    })),
    noteCount: await countNotes(reader, fanId),
  };
}
