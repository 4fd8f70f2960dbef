import type { ServerResponse } from 'node:http';
import type { FakeAnswer } from './fake-answer.ts';

const usage = {
  prompt_tokens: 120,
  completion_tokens: 30,
  total_tokens: 150,
  prompt_tokens_details: { cached_tokens: 40 },
  completion_tokens_details: { reasoning_tokens: 10 },
};

/** Answers a chat completion. */
export function playAnswer(response: ServerResponse, answer: FakeAnswer, model: string): void {
  const json = { 'content-type': 'application/json', 'x-request-id': 'req_1' };
  switch (answer.kind) {
    case 'answer': {
      const body = JSON.stringify(completion(answer, model));
      const send = () => response.writeHead(200, json).end(body);
      if (answer.delayMs) setTimeout(send, answer.delayMs);
      else send();
      return;
    }
    case 'status':
      response
        .writeHead(answer.status, { ...json, ...answer.headers })
        .end(JSON.stringify(answer.body ?? {}));
      return;
    case 'hang':
      return;
    case 'drip': {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), answer.everyMs);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'truncate':
      response.writeHead(200, { ...json, 'content-length': '500' });
      response.write('{"choices":[{"mess', () => response.destroy());
      return;
    case 'disconnect':
      response.destroy();
      return;
    case 'raw':
      response
        .writeHead(200, { 'content-type': answer.type ?? 'application/json' })
        .end(answer.body);
      return;
    case 'huge': {
      const text = 'x'.repeat(answer.bytes);
      response.writeHead(200, json);
      response.end(JSON.stringify(completion({ kind: 'answer', text }, model)));
    }
  }
}

function completion(answer: FakeAnswer & { kind: 'answer' }, model: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [
      {
        index: 0,
        finish_reason: answer.finish ?? 'stop',
        message: {
          role: 'assistant',
          content: answer.text,
          ...(answer.refusal ? { refusal: answer.refusal } : {}),
        },
      },
    ],
    ...(answer.usage === null ? {} : { usage: answer.usage ?? usage }),
  };
}
