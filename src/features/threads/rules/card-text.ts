import type { Translate } from '#src/core/texts.ts';
import { displayName, safeName } from '#src/features/fans/index.ts';
import type { Fan } from '#src/features/fans/index.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { Thread } from '../thread.ts';
import { waitedText } from './waited.ts';

/** What a card tells. */
export interface CardFacts {
  readonly fan: Fan;
  readonly thread: Thread;
  readonly counts: { readonly in: number; readonly out: number };
  /** Epoch ms. */
  readonly now: number;
  readonly language: string;
  readonly timeZone: string;
  readonly t: Translate;
}

/** The card: who the fan is, since when, how much was said, who waits. One fact a line; unknown facts have no line. */
export function cardText(facts: CardFacts): RichText {
  const { fan, thread, counts, t } = facts;
  const lines = [
    fan.username === null ? null : `@${safeName(fan.username)}`,
    fan.languageCode === null
      ? null
      : t('threads-card-language', { language: languageName(facts) }),
    fan.source === null ? null : t('threads-card-source', { source: fan.source }),
    t('threads-card-first-seen', { date: dateOf(fan.firstSeenAt, facts) }),
    t('threads-card-last-seen', { date: dateOf(fan.lastSeenAt, facts) }),
    t('threads-card-messages', { in: counts.in, out: counts.out }),
    thread.waitingSince === null
      ? null
      : t('threads-card-waiting', {
          duration: waitedText(facts.now - thread.waitingSince, facts.language),
        }),
    fan.reach === 'blocked' ? t('threads-card-blocked') : null,
    fan.reach === 'gone' ? t('threads-card-gone') : null,
  ];
  const shown = lines.filter((line) => line !== null).map((line) => `\n${line}`);
  return joinRich(bold(displayName(fan)), ...shown);
}

function dateOf(at: number, facts: CardFacts): string {
  return new Intl.DateTimeFormat(facts.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: facts.timeZone,
  }).format(at);
}

function languageName(facts: CardFacts): string {
  const code = facts.fan.languageCode ?? '';
  try {
    return new Intl.DisplayNames(facts.language, { type: 'language' }).of(code) ?? code;
  } catch {
    return safeName(code);
  }
}
