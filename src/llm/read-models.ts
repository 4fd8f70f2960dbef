import { z } from 'zod';
import { type FailedCall, failed } from './adapter.ts';

const shape = z.array(z.object({ id: z.string() })).max(5_000);

/** Reads the `data` of a list of models. */
export function readModels(
  data: unknown,
): { readonly ok: true; readonly ids: string[] } | FailedCall {
  const read = shape.safeParse(data);
  return read.success ? { ok: true, ids: read.data.map(({ id }) => id) } : failed('junk');
}
