import type { FanId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader } from '#src/storage/reader.ts';
import { waitingPage } from '../queries.ts';

/** The fan who waits longest, except in this thread; undefined when nobody else waits. */
export async function nextWaiting(
  reader: Reader,
  except: ThreadId,
  services: Services,
): Promise<FanId | undefined> {
  const view = { filter: 'all', order: 'longest', limit: 2, offset: 0 } as const;
  const fans = await waitingPage(reader, view, services.clock.now());
  return fans.find(({ threadId }) => threadId !== except)?.fanId;
}
