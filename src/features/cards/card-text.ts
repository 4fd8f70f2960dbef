import { optOutLine } from '#src/features/consent/index.ts';
import { displayName, safeLine, safeName } from '#src/features/fans/index.ts';
import { bold, joinRich, maxText, quote, splitRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { CardFacts } from './card-facts.ts';
import { shortText } from './short-text.ts';

/** Longest note, message and other text of a person on a card, in UTF-16 units. A fact and its date are two lines of a phone. */
const longest = { note: 300, message: 160, followup: 120, value: 100, fact: 56 } as const;

/**
 * The card: who the fan is, where they stand, what is remembered, what is open, what was said last. One fact a line; what
 * is unknown has no line. At most 4096 units, however much is remembered.
 */
export function cardText(facts: CardFacts): RichText {
  const { t } = facts;
  const who = joinRich(bold(displayName(facts.fan)), ...asLines(identityLines(facts)));
  const blocks = [
    who,
    joined(standingLines(facts)),
    joined(memoryLines(facts)),
    facts.summary === null ? null : titled(t('facts-summary'), [facts.summary]),
    titled(t('facts-title'), factLines(facts)),
    titled(noteTitle(facts), noteLines(facts)),
    titled(t('cards-followups'), followupLines(facts)),
    lastMessages(facts),
  ].filter((block) => block !== null);
  const [first, ...others] = blocks;
  const whole = joinRich(first ?? '', ...others.flatMap((block) => ['\n\n', block]));
  return splitRich(whole, maxText)[0] ?? whole;
}

function identityLines(facts: CardFacts): string[] {
  const { fan, t } = facts;
  return present([
    fan.username === null ? null : `@${safeName(fan.username)}`,
    fan.languageCode === null ? null : t('cards-language', { language: languageName(facts) }),
    fan.source === null ? null : t('cards-source', { source: safeName(fan.source) }),
    t('cards-first-seen', { date: dateOf(fan.firstSeenAt, facts) }),
    t('cards-last-seen', { date: dateOf(fan.lastSeenAt, facts) }),
  ]);
}

function standingLines(facts: CardFacts): string[] {
  const { fan, care, counts, stage, snoozedUntil, t } = facts;
  return present([
    stage && stage.text,
    stage && t('cards-score', { score: stage.score }),
    t('cards-messages', { in: counts.in, out: counts.out }),
    facts.waitingSince === null
      ? null
      : t('cards-waiting', { date: dateOf(facts.waitingSince, facts) }),
    snoozedUntil === null
      ? null
      : snoozedUntil === 'until-they-write'
        ? t('cards-snoozed-until-they-write')
        : t('cards-snoozed', { date: dateOf(snoozedUntil, facts) }),
    care.has('distress') ? t('cards-care-distress') : null,
    care.has('possible-minor') ? t('cards-care-minor') : null,
    care.has('spending') ? t('cards-care-spending') : null,
    facts.optedOut ? optOutLine(t) : null,
    fan.reach === 'blocked' ? t('cards-blocked') : null,
    fan.reach === 'gone' ? t('cards-gone') : null,
  ]);
}

function memoryLines({ tags, fields, dates }: CardFacts): string[] {
  const shown = tags.map(({ emoji, name }) => `${emoji ?? '🏷'} ${safeName(name)}`);
  return present([
    shown.length === 0 ? null : shown.join('  '),
    ...fields.map(({ name, value }) => `${safeName(name)}: ${shortText(value, longest.value)}`),
    ...dates.map(({ label, date }) => `🗓 ${safeName(label)}: ${date}`),
  ]);
}

function noteTitle({ notes, noteCount, t }: CardFacts): string {
  const more = noteCount - notes.length;
  return more > 0 ? t('cards-notes-more', { more }) : t('cards-notes');
}

function noteLines(facts: CardFacts): string[] {
  return facts.notes.map(({ text, author, createdAt }) => {
    const by = [author, dayOf(createdAt, facts)].filter((part) => part !== null).join(', ');
    return `• ${shortText(text, longest.note)} (${by})`;
  });
}

/** Each stands with its message on the page behind the button. */
function factLines(card: CardFacts): string[] {
  const more = card.factCount - card.facts.length;
  return present([
    ...card.facts.map(
      ({ text, saidAt }) => `• ${shortText(safeLine(text), longest.fact)} (${dayOf(saidAt, card)})`,
    ),
    more > 0 ? card.t('facts-more', { more }) : null,
  ]);
}

function followupLines(facts: CardFacts): string[] {
  return facts.followups.map(({ text, dueAt }) => {
    const what = text === '' ? '' : `: ${shortText(text, longest.followup)}`;
    return `• ${dateOf(dueAt, facts)}${what}`;
  });
}

function lastMessages(facts: CardFacts): RichText | null {
  const { messages, t } = facts;
  if (messages.length === 0) return null;
  const lines = messages
    .toReversed()
    .map(
      ({ direction, text }) =>
        `${t(direction === 'in' ? 'cards-from-them' : 'cards-from-you')} ${shortText(text, longest.message)}`,
    );
  return joinRich(bold(t('cards-last-messages')), '\n', quote(lines.join('\n')));
}

function titled(title: string, lines: readonly string[]): RichText | null {
  return lines.length === 0 ? null : joinRich(bold(title), ...asLines(lines));
}

function joined(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join('\n');
}

function asLines(lines: readonly string[]): string[] {
  return lines.map((line) => `\n${line}`);
}

function present(lines: readonly (string | null)[]): string[] {
  return lines.filter((line) => line !== null);
}

function dateOf(at: number, { language, timeZone }: CardFacts): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(language, style).format(at);
}

function dayOf(at: number, { language, timeZone }: CardFacts): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(at);
}

function languageName({ fan, language }: CardFacts): string {
  const code = fan.languageCode ?? '';
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return safeName(code);
  }
}
