import type { ChatId } from '#src/core/ids.ts';
import { fanName } from '#src/features/fans/index.ts';
import { mayTellAt, preferencesOf } from '#src/features/preferences/index.ts';
import { activeDesk, cardTap } from '#src/features/threads/index.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { ImportantDate } from './note.ts';
import { datesOn, hasDates } from './queries/date-rows.ts';
import { dayIn, daysKeptOn, nextMorning } from './rules/yearly.ts';
import { choicesJob, letSomeFollow } from './services/change-choice.ts';
import { datesJob } from './services/keep-date.ts';
import { forgetSomeValues, goneFieldsJob } from './services/remove-field.ts';

/** Dates that one message names; of more it gives the number. */
const mostNamed = 20;

/** How long the next fans wait who follow a change of their choice or lose a field, so that much of it leaves room for everything else. */
const pauseMs = 15;

/** Has fans follow when a choice that they have was renamed or removed, some at a time. */
export const choicesKind: JobKind = {
  kind: choicesJob,
  late: 'once',
  async run(tx, _job, services) {
    if (!(await letSomeFollow(tx, services))) return { again: services.clock.now() + pauseMs };
  },
};

/** Forgets what fields said that were deleted, some values at a time. */
export const goneFieldsKind: JobKind = {
  kind: goneFieldsJob,
  late: 'once',
  async run(tx, _job, services) {
    if (!(await forgetSomeValues(tx, services))) return { again: services.clock.now() + pauseMs };
  },
};

/**
 * Tells the creator each morning whose day it is, in one message, after the quiet hours. After downtime it is told once, of
 * the day it is then; as long as there is any date, it comes again the next morning.
 */
export const datesKind: JobKind = {
  kind: datesJob,
  late: 'once',
  async run(tx, _job, services) {
    const now = services.clock.now();
    const tellAt = await mayTellAt(tx, now);
    if (tellAt > now) return { again: tellAt };
    const { timeZone } = await preferencesOf(tx);
    const today = dayIn(now, timeZone);
    const dates: ImportantDate[] = [];
    for (const day of daysKeptOn(today)) dates.push(...(await datesOn(tx, day, mostNamed + 1)));
    if (dates.length > 0) await tellDates(tx, dates, today.year, services);
    if (await hasDates(tx)) return { again: nextMorning(now, timeZone) };
  },
};

async function tellDates(
  tx: Tx,
  dates: readonly ImportantDate[],
  year: number,
  services: Services,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (!desk) return;
  const { language } = await preferencesOf(tx);
  const t = services.texts.for(language);
  const named = await Promise.all(
    dates
      .slice(0, mostNamed)
      .map(async (date) => ({ ...date, name: await fanName(tx, date.fanId) })),
  );
  const lines = named.map(({ name, label, year: since }) => {
    const years = since === null ? 0 : year - since;
    return years > 0
      ? t('memory-today-years', { name, label, years })
      : t('memory-today-line', { name, label });
  });
  const more = dates.length > mostNamed ? [t('memory-today-more')] : [];
  const chatId: ChatId = desk.chatId;
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: {
      chat_id: chatId,
      text: [t('memory-today'), ...lines, ...more].join('\n'),
      reply_markup: {
        inline_keyboard: named
          .slice(0, 8)
          .map(({ fanId, name }) => [{ text: name, callback_data: cardTap('show', fanId) }]),
      },
    },
    audience: 'desk',
    chatId,
  });
}
