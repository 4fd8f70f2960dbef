import type { Services } from '#src/core/services.ts';
import type { Reader } from '#src/storage/reader.ts';

/** Whether the creator agreed to what is configured now. Given by the feature that asks for consent, which stands on this one. */
export type AgreedSource = (reader: Reader, services: Services) => Promise<boolean>;
