import type { Chance } from '#scripts/demo/history/chance.ts';
import type { CreatorLine, TopicLine } from './creator-file.ts';

/** Gives replies in a creator's voice. */
export interface Replies {
  /** The next reply on a topic to this fan; `later`: in the second half of the time, when prices and hours have changed. */
  next(topic: TopicLine, fan: string, later: boolean): string;
}

/** Replies of a topic come in turns, with openers and closers by chance. */
export function makeReplies(creator: CreatorLine, chance: Chance): Replies {
  const waiting = new Map<TopicLine, string[]>();

  const core = (topic: TopicLine): string => {
    const left = waiting.get(topic) ?? [];
    if (left.length === 0)
      left.push(...chance.some(topic.replies ?? [], topic.replies?.length ?? 0));
    waiting.set(topic, left);
    const next = left.pop();
    if (next === undefined) throw new Error(`no replies on ${topic.topic}`);
    return next;
  };

  return {
    next(topic, fan, later) {
      const language = topic.language ?? creator.languages[0] ?? '';
      const opener = chance.happens(creator.opens)
        ? chance.pick(creator.openers[language] ?? [])
        : '';
      const closer = chance.happens(creator.closes)
        ? chance.pick(creator.closers[language] ?? [])
        : '';
      const slots: Record<string, string> = { name: fan };
      for (const [name, values] of Object.entries(creator.slots))
        slots[name] = values[later ? 1 : 0];
      return [opener, core(topic), closer]
        .filter((piece) => piece !== '')
        .join(language === 'ja' ? '' : ' ')
        .replace(/\{(\w+)\}/gu, (whole, name: string) => slots[name] ?? whole);
    },
  };
}
