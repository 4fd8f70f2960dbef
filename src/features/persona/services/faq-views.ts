import type { Translate } from '#src/core/texts.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { FaqEntryId } from '../persona.ts';
import { countEntries, entriesPage, entryById } from '../queries/faq-rows.ts';
import { shorten } from '../rules/shorten.ts';
import { tapData } from '../rules/tap-data.ts';
import { maxEntries } from './keep-faq.ts';

const pageSize = 8;

/** A page (from 0) of the FAQ; the last one when there are fewer. */
export async function faqView(reader: Reader, wanted: number, t: Translate): Promise<Card> {
  const count = await countEntries(reader);
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(wanted, pages - 1);
  const entries = await entriesPage(reader, { limit: pageSize, offset: page * pageSize });
  const to = (target: number, text: string) => ({
    text,
    callback_data: tapData({ do: 'faq', page: target }),
  });
  const turns = [
    ...(page > 0 ? [to(page - 1, '‹')] : []),
    ...(page < pages - 1 ? [to(page + 1, '›')] : []),
  ];
  const place = pages > 1 ? ` (${page + 1}/${pages})` : '';
  return {
    text: joinRich(
      bold(`${t('persona-faq')}: ${t('persona-faq-count', { count })}${place}`),
      `\n${count === 0 ? t('persona-faq-empty') : t('persona-faq-how')}`,
    ),
    rows: [
      ...entries.map(({ id, question, answer }) => [
        {
          text: `${answer === null ? '… ' : ''}${shorten(question, 60)}`,
          callback_data: tapData({ do: 'entry', id }),
        },
      ]),
      ...(turns.length > 0 ? [turns] : []),
      [
        ...(count < maxEntries
          ? [{ text: t('persona-faq-new'), callback_data: tapData({ do: 'faq-new' }) }]
          : []),
        { text: t('button-back'), callback_data: tapData({ do: 'card' }) },
      ],
    ],
  };
}

/** One entry with what can be done to it; undefined when it is gone. */
export async function entryView(
  reader: Reader,
  id: FaqEntryId,
  t: Translate,
  asking: 'delete' | null = null,
): Promise<Card | undefined> {
  const entry = await entryById(reader, id);
  if (!entry) return undefined;
  const button = (what: 'question' | 'answer' | 'ask-gone' | 'gone' | 'entry', text: string) => ({
    text,
    callback_data: tapData({ do: what, id }),
  });
  const rows =
    asking === 'delete'
      ? [[button('gone', t('persona-delete-sure')), button('entry', t('button-back'))]]
      : [
          [
            button('question', t('persona-faq-question')),
            button('answer', t('persona-faq-answer')),
          ],
          [button('ask-gone', t('persona-delete'))],
          [{ text: t('button-back'), callback_data: tapData({ do: 'faq', page: 0 }) }],
        ];
  return {
    text: joinRich(bold(entry.question), `\n${entry.answer ?? t('persona-faq-no-answer')}`),
    rows,
  };
}
