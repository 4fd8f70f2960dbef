/** An expected refusal: a value that callers switch over, never an exception. */
export interface Refusal<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

/** One refusal for each reason, so that a switch over `reason` narrows the whole value. */
type Refusals<Reason extends string> = Reason extends string ? Refusal<Reason> : never;

/** A success that carries `Value`, or a refusal with one of the named reasons. */
export type Result<Value extends object, Reason extends string> =
  | ({ readonly ok: true } & Value)
  | Refusals<Reason>;

/** Makes the refusal with this reason. */
export function refuse<const Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}

/** The branch of an exhaustive switch that cannot happen; throws with what came instead. */
export function unreachable(value: never): never {
  throw new Error(`cannot happen: ${JSON.stringify(value)}`);
}
