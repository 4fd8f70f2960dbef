import type { MessageReader } from '#src/features/threads/index.ts';
import { updateClearedBefore } from '../queries/care-rows.ts';
import { mayBeOfMinor } from '../rules/care-of.ts';
import { keepSigns } from './keep-signs.ts';

/** Keeps signs that a fan may be a minor, also those from before they were kept, and those that were changed away. */
export const careReader: MessageReader = {
  name: 'care',
  async read(tx, messages, services) {
    const signs = messages.filter(
      ({ direction, text }) => direction === 'in' && mayBeOfMinor(text),
    );
    await keepSigns(tx, new Map(signs.map(({ fanId, id }) => [fanId, id])), services);
  },
  async edited(tx, { id, fanId, text, textBefore }, services) {
    if (text === textBefore) return;
    const saysNow = mayBeOfMinor(text);
    if (!saysNow && !mayBeOfMinor(textBefore)) return;
    await keepSigns(tx, new Map([[fanId, id]]), services);
    // Whoever said that the fan is an adult has not seen these words.
    if (saysNow) await updateClearedBefore(tx, fanId, id);
  },
};
