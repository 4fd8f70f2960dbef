import type { InlineKeyboardButton } from 'grammy/types';
import type { FanId, FollowupId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById, fanName, fanNames } from '#src/features/fans/index.ts';
import { preferencesOf, shortMoments } from '#src/features/preferences/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { buttonRows } from '#src/telegram/button-rows.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { Followup } from '../followup.ts';
import { countOpen, countOverdue, followupById, openPage } from '../queries.ts';
import { laterChoices, newChoices, type TimeChoice } from '../rules/choices.ts';
import { tapData } from '../rules/tap-data.ts';

const pageSize = 8;

const choiceKeys = {
  '1h': 'followups-1h',
  '3h': 'followups-3h',
  tomorrow: 'followups-tomorrow',
  '3d': 'followups-3d',
  monday: 'followups-monday',
} as const satisfies Record<TimeChoice, string>;

/** A time in the creator's language and time zone. */
export async function shownTime(reader: Reader, at: number): Promise<string> {
  const { language, timeZone } = await preferencesOf(reader);
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(language, style).format(at);
}

/** All that is open, the next one first. */
export async function listView(
  reader: Reader,
  wanted: number,
  now: number,
  t: Translate,
): Promise<Card> {
  const count = await countOpen(reader);
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(wanted, pages - 1);
  const followups = await openPage(reader, { limit: pageSize, offset: page * pageSize });
  const { language, timeZone } = await preferencesOf(reader);
  const names = await fanNames(
    reader,
    followups.map(({ fanId }) => fanId),
  );
  const momentOf = shortMoments({ now, language, timeZone });
  const rows: InlineKeyboardButton[][] = [];
  for (const followup of followups) {
    const name = names.get(followup.fanId) ?? '';
    const sign = followup.dueAt <= now ? '❗' : '⏰';
    const text = `${sign} ${name} · ${momentOf(followup.dueAt)}`;
    rows.push([{ text, callback_data: tapData({ do: 'open', id: followup.id }) }]);
  }
  const to = (target: number, text: string) => ({
    text,
    callback_data: tapData({ do: 'list', page: target }),
  });
  const turns = [
    ...(page > 0 ? [to(page - 1, '‹')] : []),
    ...(page < pages - 1 ? [to(page + 1, '›')] : []),
  ];
  const quiet = {
    text: t('followups-quiet'),
    callback_data: tapData({ do: 'quiet', edge: 'show', by: 1 }),
  };
  const title = count === 0 ? t('followups-none') : t('followups-title', { count });
  const overdue = await countOverdue(reader, now);
  const signs = count === 0 ? '' : `\n${t('followups-signs', { overdue, later: count - overdue })}`;
  return {
    text: joinRich(bold(title), signs),
    rows: [...rows, ...(turns.length > 0 ? [turns] : []), [quiet]],
  };
}

/** One follow-up with what can be done to it; undefined when it is not open any more. */
export async function followupView(
  reader: Reader,
  id: FollowupId,
  t: Translate,
): Promise<Card | undefined> {
  const followup = await followupById(reader, id);
  if (followup?.state !== 'open') return undefined;
  const button = (what: 'done' | 'snooze' | 'when' | 'text' | 'drop', text: string) => ({
    text,
    callback_data: tapData({ do: what, id }),
  });
  return {
    text: await followupText(reader, followup, t),
    rows: [
      [
        button('done', 'Done'),
        button('snooze', 'Snooze'),
        { text: 'Card', callback_data: cardTap('show', followup.fanId) },
      ],
      ...buttonRows([
        button('text', 'Edit'),
        button('when', t('followups-when')),
        button('drop', t('followups-drop')),
        listButton(t),
      ]),
    ],
  };
}

/** Leads to all that is open. */
export function listButton(t: Translate): InlineKeyboardButton {
  return { text: t('followups-list'), callback_data: tapData({ do: 'list', page: 0 }) };
}

/** A follow-up in words: whom it concerns, when, and what. */
export async function followupText(reader: Reader, followup: Followup, t: Translate) {
  const name = await fanName(reader, followup.fanId);
  const what = followup.text === '' ? '' : `\n${followup.text}`;
  const date = await shownTime(reader, followup.dueAt);
  return joinRich(bold(t('followups-about', { name })), `\n${date}`, what);
}

/** The times to which a follow-up can be put off; undefined when it is not open any more. */
export async function snoozeView(
  reader: Reader,
  id: FollowupId,
  t: Translate,
): Promise<Card | undefined> {
  const followup = await followupById(reader, id);
  if (followup?.state !== 'open') return undefined;
  const buttons = laterChoices.map((choice) => ({
    text: t(choiceKeys[choice]),
    callback_data: tapData({ do: 'later', id, choice }),
  }));
  const other = { text: t('followups-other'), callback_data: tapData({ do: 'when', id }) };
  const back = { text: t('button-back'), callback_data: tapData({ do: 'open', id }) };
  const [hour, ...days] = buttons;
  const rows = [...(hour ? [[hour, ...days.slice(0, 1)]] : []), [...days.slice(1), other], [back]];
  return { text: await followupText(reader, followup, t), rows };
}

/** The times for a new follow-up of a fan; undefined when there is no such fan. */
export async function newView(
  reader: Reader,
  fanId: FanId,
  t: Translate,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  if (!fan) return undefined;
  const buttons = newChoices.map((choice) => ({
    text: t(choiceKeys[choice]),
    callback_data: tapData({ do: 'at', id: fanId, choice }),
  }));
  const other = { text: t('followups-other'), callback_data: tapData({ do: 'other', id: fanId }) };
  const back = { text: t('button-back'), callback_data: cardTap('back', fanId) };
  return {
    text: t('followups-new', { name: displayName(fan) }),
    rows: [buttons.slice(0, 2), buttons.slice(2), [other, back]],
  };
}
