import fc from 'fast-check';
import { test } from 'vitest';
import type { ChatId } from '#src/core/ids.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { echoFeature } from '#test/support/echo-feature.ts';
import type { Fault } from '#test/support/sandbox/sandbox.ts';
import { openTelegramBed } from '#test/support/telegram-bed.ts';

const faults = fc.array(
  fc.record({
    fault: fc.constantFrom<Fault['fault']>(
      'flood',
      'error',
      'bad_gateway',
      'drop_before',
      'drop_after',
    ),
    times: fc.integer({ min: 1, max: 3 }),
    retryAfter: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 12 },
);

/** Steps of the clock after which the disk is full for a while, and after which the program restarts. */
const mishaps = fc.record({
  fullAt: fc.nat(20),
  fullFor: fc.nat(5),
  restartAt: fc.option(fc.nat(20), { nil: -1 }),
});

test('whatever Telegram, the disk and a restart do: fans get nothing twice, the desk gets everything, lanes keep their order', async () => {
  await fc.assert(
    fc.asyncProperty(faults, mishaps, async (storm, { fullAt, fullFor, restartAt }) => {
      await using bed = await openTelegramBed({ features: [echoFeature()] });
      const luna = await bed.addTenant('luna_bot');
      const people = Array.from({ length: 4 }, () => bed.sandbox.createUser());
      for (const person of people) person.start(luna.bot);
      await bed.start();
      await bed.advanceUntil('the first answers', () =>
        people.every((person) => person.seesTexts(luna.bot).includes('echo /start')),
      );
      for (const fault of storm) {
        bed.sandbox.fault({ ...fault, method: 'sendMessage', code: 500, description: 'Internal' });
      }
      const [creator, ...fans] = people;
      await bed.transact(luna, async (tx) => {
        for (let part = 1; part <= 4; part += 1) {
          for (const person of people) {
            await enqueue(tx, bed.clock.now(), {
              kind: 'echo',
              method: 'sendMessage',
              payload: { chat_id: person.id, text: `${part}` },
              audience: person === creator ? 'desk' : 'fan',
              chatId: person.id as ChatId,
            });
          }
        }
      });
      let step = 0;
      await bed.advanceUntil('every row to end', async () => {
        bed.fillDisk(step >= fullAt && step < fullAt + fullFor);
        if (step === restartAt) {
          bed.fillDisk(false);
          await bed.restart();
        }
        step += 1;
        const rows = await bed.outbox(luna);
        return rows.every(({ state }) => ['sent', 'uncertain'].includes(state));
      });

      const parts = (person: (typeof people)[number]) =>
        person.seesTexts(luna.bot).filter((text) => /^\d$/.test(text));
      for (const fan of fans) {
        const seen = parts(fan);
        if (new Set(seen).size !== seen.length) throw new Error(`a fan saw ${seen.join()}`);
        if (seen.join() !== seen.toSorted().join()) throw new Error(`out of order: ${seen.join()}`);
      }
      const desk = creator ? parts(creator) : [];
      if ([...new Set(desk)].join() !== '1,2,3,4') throw new Error(`the desk saw ${desk.join()}`);
      const uncertain = (await bed.outbox(luna)).filter(({ state }) => state === 'uncertain');
      if (uncertain.some(({ audience }) => audience !== 'fan'))
        throw new Error('the desk was asked');
    }),
    { numRuns: 8 },
  );
});
