import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { ForbiddenAddress } from './fetch-errors.ts';
import { isPrivateAddress } from './private-address.ts';

/** Resolves a name to all of its addresses. */
export type Resolve = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, found: { address: string; family: number }[]) => void,
) => void;

/**
 * A lookup for connections that resolves a name once and connects only where all of its addresses are public: what was
 * checked is what is connected to, so a name that changes between two look-ups gains nothing.
 */
export function guardedLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) {
        callback(error ?? new Error('no address'), []);
      } else if (found.some(({ address }) => isPrivateAddress(address))) {
        callback(new ForbiddenAddress(), []);
      } else if (options.all) {
        callback(null, found);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
