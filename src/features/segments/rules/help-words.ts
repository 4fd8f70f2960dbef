import type { Translate } from '#src/core/texts.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { examples } from './condition-words.ts';
import { kindKeys } from './filter-words.ts';

/** How the text form is written: an example of each condition with what it is about. */
export function helpWords(t: Translate): RichText {
  const { everyone, ...others } = examples;
  const lines = (Object.keys(others) as (keyof typeof others)[]).flatMap((key) => [
    '\n',
    code(others[key]),
    ` ${t(kindKeys[key])}`,
  ]);
  return joinRich(
    t('segments-help'),
    '\n',
    ...lines,
    '\n',
    code(everyone),
    ` ${t('segments-everyone')}`,
  );
}

function code(text: string): RichText {
  return { text, entities: [{ type: 'code', offset: 0, length: text.length }] };
}
