/** @import { FileInput } from '../../../test/support/sandbox/screen.ts' */

/** What may stand together in one album; every other kind goes alone. Telegram mixes only photos and videos. */
const TOGETHER = [new Set(['photo', 'video']), new Set(['document']), new Set(['audio'])];

/**
 * Spreads files over as many messages as Telegram's apps would make of them.
 *
 * @param {readonly FileInput[]} files
 * @returns {FileInput[][]}
 */
export function splitFiles(files) {
  const albums = TOGETHER.map((kinds) => files.filter((file) => kinds.has(file.kind)));
  const alone = files.filter((file) => TOGETHER.every((kinds) => !kinds.has(file.kind)));
  return [...albums, ...alone.map((file) => [file])].filter((album) => album.length > 0);
}
