import { type Chance, chanceOf } from '#scripts/demo/history/chance.ts';
import type { CreatorFile, CreatorLine, TopicLine } from './creator-file.ts';
import type { Exchange, History } from './dialogue.ts';
import { type Hand, handOf, write } from './fan-hand.ts';
import { makeReplies } from './make-replies.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** The first dialogue begins here: 2026-01-05, 09:00 UTC. */
const beginning = Date.UTC(2026, 0, 5, 9);
/** All of it lasts so long. */
const lastsMs = 260 * dayMs;

/** Of all the time, until when early topics are asked, and since when late ones. */
const parts = { early: 0.3, late: 0.84 } as const;

interface Item {
  readonly topic: TopicLine;
  readonly asked: string;
  /** Null: one of the topic's. */
  readonly reply: string | null;
  readonly canary: string | null;
}

/** Makes a creator's dialogues: what is asked when, by whom and in which hand, the seed decides. */
export function makeHistory({ creator, topics }: CreatorFile, seed: number): History {
  const chance = chanceOf(seed);
  const replies = makeReplies(creator, chance);
  const dialogues = lanesOf(creator, topics).flatMap(({ language, items, share }) =>
    cut(inTime(items, chance), share, chance).map((some) => ({ ...some, language })),
  );
  const exchanges: Exchange[] = [];
  const hands = new Map<string, Hand>();
  const secrets = secretsOf(topics);
  for (const { items, language, at } of dialogues.toSorted((a, b) => a.at - b.at)) {
    const fan = secrets.fanFor(items, creator.fans[language] ?? [], chance);
    const hand = hands.get(fan) ?? handOf(chance);
    hands.set(fan, hand);
    let now = beginning + Math.floor(at * lastsMs);
    for (const [index, item] of items.entries()) {
      const askedAt = now;
      now += chance.integer(2, 90) * minuteMs;
      const { topic, trap = null, loose = false, at: place } = item.topic;
      // What was planted stays as it is written.
      const plain = trap !== null || item.reply !== null;
      const how = { language, plain, greets: index === 0 && place !== 'start' };
      exchanges.push({
        topic: loose || trap !== null ? null : topic,
        trap,
        canary: item.canary,
        language,
        fan,
        asked: write(item.asked, hand, how, chance),
        reply: item.reply ?? replies.next(item.topic, fan, at > 0.5),
        askedAt,
        answeredAt: now,
      });
      now += chance.integer(1, 20) * minuteMs;
    }
  }
  const { persona, faq, languages, creator: name } = creator;
  return {
    name,
    languages,
    dialogues: dialogues.length,
    exchanges: exchanges.toSorted((a, b) => a.answeredAt - b.answeredAt),
    persona,
    faq,
  };
}

/** What is asked in each language, and how many dialogues that makes. */
function lanesOf(creator: CreatorLine, topics: readonly TopicLine[]) {
  const all = topics.flatMap((topic) => itemsOf(topic).map((item) => ({ topic, item })));
  let left = creator.dialogues;
  return creator.languages.map((language, index) => {
    const own = all.filter(({ topic }) => (topic.language ?? creator.languages[0]) === language);
    const last = index === creator.languages.length - 1;
    const share = last ? left : Math.round((creator.dialogues * own.length) / all.length);
    left -= share;
    return { language, items: own.map(({ item }) => item), share };
  });
}

function itemsOf(topic: TopicLine): Item[] {
  const { asks = [], often = asks.length } = topic;
  return [
    ...Array.from({ length: often }, (_, index) => ({
      topic,
      asked: asks[index % asks.length] ?? '',
      reply: null,
      canary: null,
    })),
    ...(topic.pairs ?? []).map(([asked, reply, canary = null]) => ({
      topic,
      asked,
      reply,
      canary,
    })),
  ];
}

/** Items with their place in time, 0 to 1, in order. */
function inTime(items: readonly Item[], chance: Chance): { item: Item; at: number }[] {
  return items
    .map((item) => {
      const any = chance.next();
      const { when } = item.topic;
      const at =
        when === 'early'
          ? any * parts.early
          : when === 'late'
            ? parts.late + any * (1 - parts.late)
            : any;
      return { item, at };
    })
    .toSorted((a, b) => a.at - b.at);
}

/** Cuts what was asked in order into dialogues of about the same length. */
function cut(timed: readonly { item: Item; at: number }[], count: number, chance: Chance) {
  const breaks = new Set(
    chance.some(
      timed.slice(1).map((_, index) => index + 1),
      count - 1,
    ),
  );
  const dialogues: { items: Item[]; at: number }[] = [];
  for (const [index, { item, at }] of timed.entries()) {
    if (index === 0 || breaks.has(index)) dialogues.push({ items: [], at });
    dialogues.at(-1)?.items.push(item);
  }
  const order = { start: 0, any: 1, end: 2 } as const;
  return dialogues.map(({ items, at }) => ({
    at,
    items: items.toSorted((a, b) => order[a.topic.at ?? 'any'] - order[b.topic.at ?? 'any']),
  }));
}

/**
 * Decides who asks. What one fan confided is near to what others ask later; and the last of the names is that of a child,
 * who asks nothing else.
 */
function secretsOf(topics: readonly TopicLine[]) {
  const near = new Set(topics.filter(({ trap }) => trap === 'canary').map(({ topic }) => topic));
  const confided = new Set<string>();
  return {
    fanFor(items: readonly Item[], names: readonly string[], chance: Chance): string {
      if (items.some(({ topic }) => topic.trap === 'minor')) return names.at(-1) ?? '';
      const others = items.some(
        ({ topic }) => topic.trap === 'canary-ask' || near.has(topic.topic),
      );
      const fan = chance.pick(names.slice(0, -1).filter((name) => !others || !confided.has(name)));
      if (items.some(({ canary }) => canary !== null)) confided.add(fan);
      return fan;
    },
  };
}
