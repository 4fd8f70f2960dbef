/** A call from the parent process. */
export interface CallMessage {
  readonly id: number;
  readonly what: string;
  readonly input: unknown;
}

/** Its answer. */
export type AnswerMessage =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

// oxlint-disable-next-line typescript/no-explicit-any -- each handler knows its own input
type Handlers = Readonly<Record<string, (input: any) => unknown>>;

/** Answers the parent's calls (see child.ts) by these functions; ends the process when the parent has gone. */
export function serveCalls(handlers: Handlers): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: CallMessage) => {
    const handler = handlers[message.what];
    if (!handler) return;
    void answer(message, handler).then((reply) => process.send?.(reply));
  });
}

async function answer(
  { id, input }: CallMessage,
  handler: (input: unknown) => unknown,
): Promise<AnswerMessage> {
  try {
    return { id, result: await handler(input) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
