import type { Migration } from '#src/storage/migration.ts';
import { createIdentity } from './0001_create_identity.ts';
import { createUpdate } from './0002_create_update.ts';
import { createOutbox } from './0003_create_outbox.ts';
import { createFan } from './0004_create_fan.ts';
import { createThread } from './0005_create_thread.ts';
import { createSetting } from './0006_create_setting.ts';
import { createTally } from './0007_create_tally.ts';
import { createJob } from './0008_create_job.ts';

/** Every step of a tenant's schema, in order. A new step is added at the end and never changed once released. */
export const tenantMigrations: readonly Migration[] = [
  createIdentity,
  createUpdate,
  createOutbox,
  createFan,
  createThread,
  createSetting,
  createTally,
  createJob,
];
