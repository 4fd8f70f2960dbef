import { expect, test } from 'vitest';
import type { ChatId } from '#src/core/ids.ts';
import type { AppFeature } from '#src/features/feature.ts';
import { schedule } from '#src/jobs/schedule.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { startFanline } from '#test/support/start-fanline.ts';

/** A feature whose due work says something to the creator. */
const reminders: AppFeature = {
  name: 'reminders',
  jobKinds: [
    {
      kind: 'reminders.say',
      late: 'once',
      async run(tx, job, { clock }) {
        const { chatId, text } = job.ref as { chatId: ChatId; text: string };
        await enqueue(tx, clock.now(), {
          method: 'sendMessage',
          payload: { chat_id: chatId, text },
          audience: 'desk',
          chatId,
        });
      },
    },
  ],
};

test('due work says something to its own creator, once, and also what came due while the program was down', async () => {
  await using fanline = await startFanline({ extra: [reminders] });
  const luna = await fanline.addTenant('luna');
  const rex = await fanline.addTenant('rex');
  const remind = (text: string) =>
    fanline.storage.store.transact(luna.record.tenantId, (tx) => {
      const ref = { chatId: luna.creator.id, text };
      return schedule(tx, { kind: 'reminders.say', dueAt: Date.now(), ref }, Date.now());
    });
  await remind('now');
  await fanline.sandbox.until('the first reminder', () => luna.news().length === 1);
  await fanline.stop();
  await remind('in the meantime');
  await fanline.storage.reopen();
  await fanline.start();
  await fanline.sandbox.until('the second reminder', () => luna.news().length === 2);
  await fanline.restart();
  await remind('at last');
  await fanline.sandbox.until('the third reminder', () => luna.news().length === 3);
  expect(luna.news()).toEqual(['now', 'in the meantime', 'at last']);
  expect(rex.news()).toEqual([]);
});
