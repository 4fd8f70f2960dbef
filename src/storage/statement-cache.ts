/** How many prepared statements one open file keeps; a tenant at work uses some 60. */
const capacity = 128;

/** Prepared statements by their SQL text; preparing costs about 20 microseconds each time. */
export class StatementCache<Statement> {
  readonly #prepare: (sql: string) => Statement;
  readonly #bySql = new Map<string, Statement>();

  constructor(prepare: (sql: string) => Statement) {
    this.#prepare = prepare;
  }

  /** The statement for this text, prepared at most once while it is in use; the least recently used make room. */
  get(sql: string): Statement {
    const known = this.#bySql.get(sql);
    const statement = known ?? this.#prepare(sql);
    if (known) this.#bySql.delete(sql);
    else if (this.#bySql.size >= capacity) this.#dropOldest();
    this.#bySql.set(sql, statement);
    return statement;
  }

  #dropOldest(): void {
    for (const sql of this.#bySql.keys()) {
      this.#bySql.delete(sql);
      return;
    }
  }
}
