import type { SqliteFile } from '#src/storage/open-file.ts';

/**
 * The files that are open, least recently used first. Holds at most `limit`, unless more than that are in use at once:
 * a file in use is never closed. (A general LRU cache cannot say "not this one, the next".)
 */
export class OpenFiles<Key> {
  readonly #limit: number;
  readonly #entries = new Map<Key, { readonly file: SqliteFile; inUse: boolean }>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: Key): boolean {
    return this.#entries.has(key);
  }

  /** Takes an open file into use; undefined when it is not open. */
  take(key: Key): SqliteFile | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (!entry.file.isOpen) return undefined;
    this.#entries.set(key, entry);
    entry.inUse = true;
    return entry.file;
  }

  /** Closes so many idle files that one more may be opened. */
  makeRoom(): void {
    this.#shrinkTo(this.#limit - 1);
  }

  /** Adds a file that was just opened; it is in use. */
  add(key: Key, file: SqliteFile): void {
    this.#entries.set(key, { file, inUse: true });
  }

  /** Ends a use. */
  giveBack(key: Key): void {
    const entry = this.#entries.get(key);
    if (entry) entry.inUse = false;
    this.#shrinkTo(this.#limit);
  }

  /** Closes one file, if it is open. The caller sees to it that it is not in use. */
  close(key: Key): void {
    // One that is kept open by nobody here is open elsewhere, where its WAL is seen to.
    this.#entries
      .get(key)
      ?.file.close(this.#limit === 0 ? { optimize: false, moveWal: false } : {});
    this.#entries.delete(key);
  }

  closeAll(): void {
    for (const { file } of this.#entries.values()) file.close();
    this.#entries.clear();
  }

  #shrinkTo(size: number): void {
    for (const [key, { inUse }] of this.#entries) {
      if (this.#entries.size <= size) return;
      if (!inUse) this.close(key);
    }
  }
}
