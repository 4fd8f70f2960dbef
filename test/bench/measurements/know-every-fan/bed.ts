import type { Services } from '#src/core/services.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { Figure, Scale } from '../../measurement.ts';
import type { TextMaker } from '../../support/made-up-text.ts';

/** A busy tenant's file, open in this process, for all that is measured on it. */
export interface Bed {
  readonly storage: Storage;
  readonly tenantId: TenantId;
  readonly services: Services;
  /** Makes the words that the tenant's fans use. */
  readonly maker: TextMaker;
  readonly scale: Scale;
  tell(progress: string): void;
}

/** Something that is measured on the busy tenant. It may write, but leaves the sizes as they are. */
export type Part = (bed: Bed) => Promise<readonly Figure[]>;
