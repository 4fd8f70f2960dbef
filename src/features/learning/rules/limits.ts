/** Replies that are given to a model: the newest, so many at most; fewer than `fewest` say too little. */
export const replies = { most: 40, fewest: 10, inOne: 600, inAll: 12_000 } as const;

/** How much a model may propose: lines, and UTF-16 units of each. All of it fits into one message of Telegram's. */
export const proposed = {
  tone: { most: 1, longest: 200 },
  do: { most: 4, longest: 120 },
  dont: { most: 3, longest: 120 },
  fact: { most: 5, longest: 120 },
  price: { most: 5, longest: 100 },
} as const;
