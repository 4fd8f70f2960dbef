import type { Translate } from '#src/core/texts.ts';
import { displayName } from '#src/features/fans/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { newsSince, type Seen } from '../rules/news-since.ts';
import { newsText } from './draft-views.ts';
import type { FoundChoice } from './find-choice.ts';
import { unansweredIn } from './unanswered.ts';

/**
 * The question that a changed text answers: the draft in a block that Telegram copies with a tap, and what the fan wrote
 * or changed since. `seen`: with that, they are shown all of it.
 */
export async function editQuestion(
  reader: Reader,
  { draft, choice, fan }: FoundChoice,
  before: Seen,
  t: Translate,
): Promise<{ text: RichText; seen: Seen }> {
  const name = displayName(fan);
  const news = newsSince(await unansweredIn(reader, draft.threadId), before);
  const told = news.messages.length > 0 ? [newsText(news, name, t), '\n\n'] : [];
  const block: RichText = {
    text: choice.text,
    entities: [{ type: 'pre', offset: 0, length: choice.text.length }],
  };
  return {
    text: joinRich(...told, t('drafts-edit-how', { name }), '\n', block),
    seen: news.seen,
  };
}
