import { acknowledge } from './measurements/acknowledge.ts';
import { bigTenant } from './measurements/big-tenant.ts';
import { drafts } from './measurements/drafts.ts';
import { fanToDesk } from './measurements/fan-to-desk.ts';
import { gate } from './measurements/gate.ts';
import { knowEveryFan } from './measurements/know-every-fan.ts';
import { latency } from './measurements/latency.ts';
import { manyTenants } from './measurements/many-tenants.ts';
import { steadyDay } from './measurements/steady-day.ts';
import { storm } from './measurements/storm.ts';
import type { Measurement } from './measurement.ts';

/** Every measurement, in the order in which they run. A new one is added here. */
export const measurements: readonly Measurement[] = [
  fanToDesk,
  acknowledge,
  latency,
  storm,
  bigTenant,
  knowEveryFan,
  drafts,
  gate,
  steadyDay,
  manyTenants,
];
