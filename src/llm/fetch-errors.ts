/** An endpoint's address lies where no creator's endpoint may be. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** An answer was longer than allowed and was not read to its end. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** The connection ended in the middle of an answer. */
export class AnswerCutShort extends Error {
  override readonly name = 'AnswerCutShort';
}
