import type { Translate } from '#src/core/texts.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { type PersonaPart, personaParts } from '../persona.ts';
import { countEntries } from '../queries/faq-rows.ts';
import { allLines } from '../queries/line-rows.ts';
import { personaState } from '../queries/state-rows.ts';
import { askKeys, titleKeys } from '../rules/part-keys.ts';
import { shorten } from '../rules/shorten.ts';
import { shownLine } from '../rules/shown-line.ts';
import { tapData } from '../rules/tap-data.ts';

/** Of each part so much is shown on the card; all of it stands behind the part's button. */
const shownOfPart = { lines: 3, units: 80, tone: 300 };

/** The persona as it is, with a button to each part. */
export async function cardView(reader: Reader, t: Translate): Promise<Card> {
  const language = await preferenceOf(reader, 'language');
  const lines = await allLines(reader);
  const entries = await countEntries(reader);
  const { step } = await personaState(reader);
  const shown = (part: PersonaPart) =>
    partOnCard(
      part,
      lines
        .filter((line) => line.part === part)
        .map(({ text }) => shownLine(part, text, language, t)),
      t,
    );
  const faq = t('persona-faq-count', { count: entries });
  const hint = lines.length + entries === 0 ? t('persona-empty') : t('persona-what-for');
  const to = (part: PersonaPart) => ({
    text: t(titleKeys[part]),
    callback_data: tapData({ do: 'part', part }),
  });
  const setup = step
    ? t('persona-setup-go-on', { step: personaParts.indexOf(step) + 1, steps: personaParts.length })
    : t('persona-setup');
  return {
    text: joinRich(
      bold(t('persona-title')),
      `\n${hint}\n`,
      ...personaParts.map(shown),
      '\n',
      bold(`${t('persona-faq')}:`),
      ` ${faq}`,
    ),
    rows: [
      [{ text: setup, callback_data: tapData({ do: 'setup' }) }],
      [to('tone'), to('do'), to('dont')],
      [to('language'), to('emoji')],
      [to('fact'), to('price')],
      [
        { text: t('persona-faq'), callback_data: tapData({ do: 'faq', page: 0 }) },
        { text: t('persona-learn'), callback_data: tapData({ do: 'learn' }) },
      ],
      ...(lines.length + entries > 0
        ? [[{ text: t('persona-wipe'), callback_data: tapData({ do: 'wipe-ask' }) }]]
        : []),
    ],
  };
}

/** The guided setup at a part: what is asked, what stands there now, Skip. */
export async function stepView(reader: Reader, part: PersonaPart, t: Translate): Promise<Card> {
  const language = await preferenceOf(reader, 'language');
  const lines = (await allLines(reader)).filter((line) => line.part === part);
  const now = lines.map(({ text }) => shownLine(part, text, language, t)).join(' · ');
  const standing = now === '' ? '' : `\n\n${t('persona-now', { text: shorten(now, 1_000) })}`;
  return {
    text: joinRich(stepText(part, t), standing),
    rows: [
      [
        { text: t('button-skip'), callback_data: tapData({ do: 'skip', part }) },
        { text: t('button-back'), callback_data: tapData({ do: 'card' }) },
      ],
    ],
  };
}

/** What the guided setup asks at a part, with how far it is. */
export function stepText(part: PersonaPart, t: Translate): RichText {
  const step = personaParts.indexOf(part) + 1;
  const title = t('persona-step', { step, steps: personaParts.length, part: t(titleKeys[part]) });
  return joinRich(bold(title), `\n${t(askKeys[part])}`);
}

function partOnCard(part: PersonaPart, lines: readonly string[], t: Translate): RichText {
  const title = bold(`${t(titleKeys[part])}:`);
  if (lines.length === 0) return joinRich('\n', title, ' –');
  if (part === 'tone')
    return joinRich('\n', title, ` ${shorten(lines.join(' '), shownOfPart.tone)}`);
  if (part === 'language' || part === 'emoji') return joinRich('\n', title, ` ${lines.join(', ')}`);
  const shown = lines
    .slice(0, shownOfPart.lines)
    .map((line) => `\n• ${shorten(line, shownOfPart.units)}`);
  const more = lines.length - shown.length;
  const rest = more > 0 ? `\n${t('persona-more-lines', { count: more })}` : '';
  return joinRich('\n', title, shown.join(''), rest);
}
