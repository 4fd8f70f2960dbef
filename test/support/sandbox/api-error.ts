/** An answer of the Bot API with `ok: false`. Texts are those of github.com/tdlib/telegram-bot-api, Client.cpp. */
export class ApiError extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;

  constructor(code: number, description: string, parameters?: ApiError['parameters']) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

/** A request that does not fit the Bot API's schema, or asks for what the sandbox lacks; listed in `violations`. */
export class Violation extends ApiError {
  constructor(text: string) {
    super(400, `Bad Request: ${text}`);
  }
}

/** 400 with Telegram's prefix. */
export function badRequest(text: string): ApiError {
  return new ApiError(400, `Bad Request: ${text}`);
}

/** 403 with Telegram's prefix. */
export function forbidden(text: string): ApiError {
  return new ApiError(403, `Forbidden: ${text}`);
}

/** 429 as flood control answers it; `seconds` is at least 1. */
export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
