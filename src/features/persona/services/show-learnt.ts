import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Card } from '#src/telegram/present.ts';
import type { LearntByModel } from '../persona.ts';
import { habitLines, leastReplies } from '../rules/habit-lines.ts';
import type { Habits } from '../rules/habits.ts';
import { silenceKeys } from '../rules/part-keys.ts';
import { tapData } from '../rules/tap-data.ts';
import { type LearnPlace, proposeLines } from './learn.ts';
import { proposalView } from './proposal-view.ts';

/** What was learned: counted, and by a model. */
export interface Learnt {
  readonly habits: Habits;
  readonly byModel: LearntByModel;
}

/** Shows what the creator's replies say of how they write, in place of the message where it was asked. */
export async function showLearnt(
  tx: Tx,
  learnt: Learnt,
  place: LearnPlace,
  services: Services,
): Promise<void> {
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  await editCard(tx, place, await learntCard(tx, learnt, t, services), services);
}

/** Says that learning did not work. */
export async function sayNotLearnt(tx: Tx, place: LearnPlace, services: Services): Promise<void> {
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  await editCard(tx, place, withBack(t('persona-learn-failed'), t), services);
}

async function learntCard(
  tx: Tx,
  { habits, byModel }: Learnt,
  t: Translate,
  services: Services,
): Promise<Card> {
  const { replies } = habits;
  if (replies < leastReplies) {
    return withBack(t('persona-learn-too-few', { count: replies, least: leastReplies }), t);
  }
  const { lines, provider, silence } = byModel;
  const head = { replies, provider, silence };
  const id = await proposeLines(tx, [...habitLines(habits, t), ...lines], head, services);
  const view = id === null ? undefined : await proposalView(tx, id, t);
  const nothing = t('persona-learn-nothing', { count: replies });
  const why = silence === null ? nothing : `${nothing}\n\n${t(silenceKeys[silence])}`;
  return view ?? withBack(why, t);
}

function withBack(text: string, t: Translate): Card {
  return { text, rows: [[{ text: t('button-back'), callback_data: tapData({ do: 'card' }) }]] };
}

async function editCard(
  tx: Tx,
  { chatId, chatMessageId }: LearnPlace,
  { text, rows }: Card,
  services: Services,
): Promise<void> {
  const rich = typeof text === 'string' ? { text, entities: [] } : text;
  await enqueue(tx, services.clock.now(), {
    method: 'editMessageText',
    payload: {
      chat_id: chatId,
      message_id: chatMessageId,
      text: rich.text,
      ...(rich.entities && rich.entities.length > 0 ? { entities: rich.entities } : {}),
      reply_markup: { inline_keyboard: rows.map((row) => [...row]) },
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId,
  });
}
