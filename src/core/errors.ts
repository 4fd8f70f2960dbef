/** Who can mend an error: the person who asked, time alone, an operator, or we. */
export type ErrorKind = 'user' | 'transient' | 'permanent' | 'bug';

/**
 * The one error class. `code` is stable and dotted (`storage.wrong-key`), for logs and operators; `message` is a
 * sentence that says what to do next and holds no secret and no message text.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly kind: ErrorKind;

  constructor(code: string, kind: ErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.kind = kind;
  }
}
