import type { MessageId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName } from '#src/features/fans/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { newsText } from './draft-views.ts';
import type { FoundChoice } from './find-choice.ts';
import { unansweredIn } from './unanswered.ts';

/**
 * The question that a changed text answers: the draft in a block that Telegram copies with a tap, and what the fan wrote
 * since `known`. Its `known` is then the newest message.
 */
export async function editQuestion(
  reader: Reader,
  { draft, choice, fan }: FoundChoice,
  known: MessageId,
  t: Translate,
): Promise<{ text: RichText; known: MessageId }> {
  const name = displayName(fan);
  const news = (await unansweredIn(reader, draft.threadId)).filter(({ id }) => id > known);
  const newest = news.at(-1);
  const told = newest
    ? [bold(t('drafts-written-again', { name })), '\n', newsText(news, t), '\n\n']
    : [];
  const block: RichText = {
    text: choice.text,
    entities: [{ type: 'pre', offset: 0, length: choice.text.length }],
  };
  return {
    text: joinRich(...told, t('drafts-edit-how', { name }), '\n', block),
    known: newest?.id ?? known,
  };
}
