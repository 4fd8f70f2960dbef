import { consentStanding } from '#src/features/consent/index.ts';
import type { MessageReader } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import { quietMs } from './conversation.ts';

/** The kind of the job that looks through a conversation. */
export const factsJob = 'facts-find';

/** A fan wrote: their conversation is looked through once it is quiet, where the creator consented to it. */
export const factsReader: MessageReader = {
  name: 'facts',
  async read(tx, messages, services) {
    const written = messages.filter(({ direction, text }) => direction === 'in' && text !== '');
    if (written.length === 0 || !services.llm) return;
    if ((await consentStanding(tx, services)).state !== 'on') return;
    const now = services.clock.now();
    for (const threadId of new Set(written.map((message) => message.threadId))) {
      // It waits on where it finds that somebody has written since.
      const job = { kind: factsJob, key: `${threadId}`, ref: { threadId }, keep: true };
      await schedule(tx, { ...job, dueAt: now + quietMs }, now);
    }
  },
};
