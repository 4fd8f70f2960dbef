import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import { createTexts } from '#src/telegram/texts.ts';
import type { Sandbox, SandboxBot, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import { type HistoryOptions, seedHistory } from './seed-history.ts';

/** Where the history takes place. */
export interface DemoStage {
  readonly sandbox: Pick<Sandbox, 'createUser'>;
  readonly bot: SandboxBot;
  readonly creator: SandboxUser;
  readonly slug: string;
}

/**
 * Gives the demo's tenant its fans and their history, with accounts at the sandbox, so that answers reach them. Returns how
 * many fans came.
 */
export async function fillDemo(
  { control, store }: Pick<Storage, 'control' | 'store'>,
  { sandbox, bot, creator, slug }: DemoStage,
  size?: HistoryOptions['size'],
): Promise<number> {
  const tenant = await control.bySlug(slug);
  if (!tenant) throw new Error(`there is no tenant ${slug}`);
  return await seedHistory(store, {
    tenantId: tenant.tenantId,
    creatorId: creator.id,
    services: {
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
      texts: createTexts(),
    },
    join({ person }) {
      const user = sandbox.createUser({
        firstName: person.firstName,
        languageCode: person.speech.language,
        ...(person.lastName !== null && { lastName: person.lastName }),
        ...(person.username !== null && { username: person.username }),
      });
      user.wroteBefore(bot, { blocked: person.blocked });
      return user.id;
    },
    ...(size && { size }),
  });
}
