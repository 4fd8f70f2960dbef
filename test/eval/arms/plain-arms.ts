import { examplesFor, nearestAnswers } from '#src/features/answers/index.ts';
import { requireFan } from '#src/features/fans/index.ts';
import { fillPlaceholders } from '#src/features/replies/index.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import { type Arm, free } from './arm.ts';

/** Choices that a draft's message offers. */
const choices = 3;

/** Says what the creator said last, to whomever. */
export const lastReply: Arm = {
  name: 'last reply copied',
  predict: async (_bed, { before }) => {
    const last = before.at(-1);
    return last ? free(last.reply) : free();
  },
};

/** Says what the creator answered to nearly the same, as drafts without a model do. */
export const nearestAnswer = copying('nearest past answer', nearestAnswers);

/** Says what the creator answered to what is nearest, however far that is: what retrieval is worth before anything is held back. */
export const nearestHoweverFar = copying('nearest, however far', examplesFor);

/** Says what a query finds among past answers, with the fan's name put in. */
function copying(
  name: string,
  query: LongQuery<{ text: string; limit: number }, readonly { readonly replyText: string }[]>,
): Arm {
  return {
    name,
    async predict(bed, { text, exchange }) {
      const { storage, tenantId } = bed;
      const { store } = storage;
      const found = await store.readLong(tenantId, query, { text, limit: choices });
      const fan = await store.read(tenantId, (reader) =>
        requireFan(reader, bed.fanId(exchange.fan)),
      );
      return free(...found.map(({ replyText }) => fillPlaceholders({ text: replyText }, fan).text));
    },
  };
}

/** Knows what was sent: what the measures say of it is the best that they can say, and shows where they err. */
export const whatWasSent: Arm = {
  name: 'what was sent',
  predict: async (_bed, { exchange }) => free(exchange.reply),
};
