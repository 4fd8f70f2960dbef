import type { Chance } from './chance.ts';
import type { PlannedDraft, PlannedMessage } from './plan-talk.ts';

const secondMs = 1_000;
const dayMs = 86_400_000;

/** For how many days the creator has used drafts, and for how many of a hundred answers at last. */
const usedDays = 75;
const usedLately = 70;

/** What became of drafts, and of how many of a hundred. */
const ends = [
  ['sent', 54],
  ['edited', 21],
  ['dismissed', 9],
  ['stale', 16],
] as const;

/** What the creator changes before they send one. */
const touches = [' 🌙', ' 💛', ' x', '!', ' :)', ' Hug!'];

/** The same talk, with drafts before some of the answers, more of them the nearer it is to `now`. */
export function withDrafts(
  chance: Chance,
  talk: readonly PlannedMessage[],
  now: number,
): PlannedMessage[] {
  const answers = talk.filter(({ direction }) => direction === 'out');
  return talk.map((message, index) => {
    const asked = talk[index - 1];
    const days = (now - message.sentAt) / dayMs;
    const often = (1 - days / usedDays) * usedLately;
    if (message.direction === 'in' || asked?.direction !== 'in') return message;
    if (!chance.happens(often / 100)) return message;
    const other = chance.pick(answers).text;
    const lead = chance.integer(15, 120) * secondMs;
    const [state] = ends[chance.weigh(ends.map(([, share]) => share))] ?? ends[0];
    const shownAt = Math.max(asked.sentAt + 4 * secondMs, message.sentAt - lead);
    return {
      ...message,
      draft: { texts: offered(chance, message.text, other, state), state, shownAt },
    };
  });
}

function offered(
  chance: Chance,
  answer: string,
  other: string,
  state: PlannedDraft['state'],
): PlannedDraft['texts'] {
  const before = beforeChange(chance, answer);
  switch (state) {
    case 'sent':
      return other === answer ? [answer] : [answer, other];
    case 'edited':
      return other === before ? [before] : [before, other];
    case 'dismissed':
    case 'stale':
      return [other];
  }
}

/** What the creator may have changed into this answer. */
function beforeChange(chance: Chance, answer: string): string {
  const last = answer.search(/(?<=[.!?] )[^.!?]+[.!?]?$/u);
  if (last > 0 && chance.happens(0.5)) return answer.slice(0, last).trim();
  return `${answer}${chance.pick(touches)}`;
}
