import { describe, expect, test } from 'vitest';
import { classifyOutcome } from '#src/telegram/classify-outcome.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';

const refusal = (code: number, description: string, method = 'sendMessage') =>
  classifyOutcome(method, { kind: 'refusal', code, description });

describe('a refusal for good has a reason', () => {
  const cases: [number, string, FailureReason][] = [
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'gone'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'never-started'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'no-access'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'no-access'],
    [403, 'Forbidden: the group chat was deleted', 'no-access'],
    [400, 'Bad Request: chat not found', 'chat-missing'],
    [400, 'Bad Request: message thread not found', 'topic-missing'],
    [400, 'Bad Request: TOPIC_DELETED', 'topic-missing'],
    [400, 'Bad Request: TOPIC_CLOSED', 'topic-closed'],
    [400, 'Bad Request: the chat is not a forum', 'not-a-forum'],
    [400, 'Bad Request: message to copy not found', 'message-missing'],
    [400, 'Bad Request: message to be replied not found', 'message-missing'],
    [400, 'Bad Request: message to edit not found', 'message-missing'],
    [400, 'Bad Request: message to react not found', 'message-missing'],
    [400, "Bad Request: the message can't be copied", 'cannot-copy'],
    [400, "Bad Request: message can't be deleted for everyone", 'cannot-delete'],
    [400, "Bad Request: message can't be edited", 'cannot-edit'],
    [400, 'Bad Request: message is too long', 'too-long'],
    [400, 'Bad Request: message caption is too long', 'too-long'],
    [400, 'Bad Request: REACTION_INVALID', 'reaction-refused'],
    [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'media-refused'],
    [400, 'Bad Request: VOICE_MESSAGES_FORBIDDEN', 'media-refused'],
    [400, 'Bad Request: not enough rights to manage topics', 'no-access'],
    [400, "Bad Request: can't parse entities", 'refused'],
    [404, 'Not Found', 'refused'],
    [409, 'Conflict: terminated by other getUpdates request', 'refused'],
  ];
  test.each(cases)('%i %s', (code, description, reason) => {
    expect(refusal(code, description)).toEqual({
      outcome: 'refused',
      failure: { reason, code, description },
    });
  });
});

describe('a refusal that leaves things as they were wanted counts as done', () => {
  test.each([
    ['editMessageText', 'Bad Request: message is not modified: specified new message content'],
    ['editForumTopic', 'Bad Request: TOPIC_NOT_MODIFIED'],
    ['pinChatMessage', 'Bad Request: CHAT_NOT_MODIFIED'],
    [
      'answerCallbackQuery',
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    ['deleteMessage', 'Bad Request: message to delete not found'],
  ])('%s: %s', (method, description) => {
    expect(refusal(400, description, method)).toEqual({ outcome: 'ok', result: true });
  });

  test('but the same words to another method do not', () => {
    const outcome = refusal(400, 'Bad Request: message to delete not found', 'copyMessage');
    expect(outcome).toMatchObject({ outcome: 'refused', failure: { reason: 'message-missing' } });
  });
});

describe('what may be tried again', () => {
  test('a 429 says how long to wait', () => {
    const description = 'Too Many Requests: retry after 17';
    expect(
      classifyOutcome('sendMessage', {
        kind: 'refusal',
        code: 429,
        description,
        retryAfterSeconds: 17,
      }),
    ).toEqual({ outcome: 'flood', retryAfterMs: 17_000 });
  });

  test('a group that became a supergroup says which', () => {
    expect(
      classifyOutcome('sendMessage', {
        kind: 'refusal',
        code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        migrateTo: -1001,
      }),
    ).toEqual({ outcome: 'migrated', to: -1001 });
  });

  test('401 means that the token is not valid any more', () => {
    expect(refusal(401, 'Unauthorized')).toMatchObject({ outcome: 'unauthorized' });
  });

  test("Telegram's own 5xx was certainly not done", () => {
    expect(refusal(500, 'Internal Server Error')).toMatchObject({ outcome: 'transient' });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s never left this machine',
    (code) => {
      expect(classifyOutcome('sendMessage', { kind: 'lost', code })).toMatchObject({
        outcome: 'transient',
      });
    },
  );
});

describe('what may have taken effect', () => {
  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'timeout', 'lost'])('%s', (code) => {
    expect(classifyOutcome('sendMessage', { kind: 'lost', code })).toMatchObject({
      outcome: 'unknown',
    });
  });

  test.each([502, 504])("a gateway's %i without Telegram's JSON", (status) => {
    expect(classifyOutcome('sendMessage', { kind: 'foreign', status })).toMatchObject({
      outcome: 'unknown',
    });
  });

  test("but a gateway's own refusal has not", () => {
    expect(classifyOutcome('sendMessage', { kind: 'foreign', status: 413 })).toMatchObject({
      outcome: 'transient',
    });
  });
});
