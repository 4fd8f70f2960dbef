import type { ServerResponse } from 'node:http';
import type { FakeAnswer } from './fake-answer.ts';
import { beginStream, piecesOf, playStream, type StreamAsked } from './play-stream.ts';
import { usualUsage } from './usual-usage.ts';

/** Answers a chat completion; `stream`: one was asked for. */
export function playAnswer(
  response: ServerResponse,
  answer: FakeAnswer,
  model: string,
  stream: StreamAsked | null,
): void {
  const json = { 'content-type': 'application/json', 'x-request-id': 'req_1' };
  switch (answer.kind) {
    case 'answer': {
      const { text, refusal, delayMs, finish, usage } = answer;
      const send = () => {
        if (!stream || answer.whole) {
          response.writeHead(200, json).end(JSON.stringify(completion(answer, model)));
          return;
        }
        const pieces = piecesOf(text, Math.max(7, text.length / 1_000));
        const streamed = { kind: 'stream', pieces, ...(finish ? { finish } : {}) } as const;
        void playStream(
          response,
          usage === undefined ? streamed : { ...streamed, usage },
          stream,
          refusal,
        );
      };
      if (delayMs) setTimeout(send, delayMs);
      else send();
      return;
    }
    case 'stream':
      if (!stream) throw new Error('No stream was asked for.');
      void playStream(response, answer, stream);
      return;
    case 'status':
      response
        .writeHead(answer.status, { ...json, ...answer.headers })
        .end(JSON.stringify(answer.body ?? {}));
      return;
    case 'hang':
      return;
    case 'drip': {
      if (stream) beginStream(response);
      else response.writeHead(200, json);
      const drops = stream
        ? [': still here\n\n', 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n']
        : [' '];
      let drop = 0;
      const timer = setInterval(() => {
        response.write(drops[drop % drops.length]);
        drop += 1;
      }, answer.everyMs);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'truncate':
      if (stream) {
        void playStream(response, { kind: 'stream', pieces: ['At ni'], end: 'cut' }, stream);
        return;
      }
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
    case 'bytes':
      beginStream(response);
      void (async () => {
        for (const chunk of answer.chunks) {
          response.write(chunk);
          await new Promise(setImmediate);
        }
        response.end();
      })();
      return;
    case 'huge': {
      const text = 'x'.repeat(answer.bytes);
      playAnswer(response, { kind: 'answer', text }, model, stream);
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
    ...(answer.usage === null ? {} : { usage: answer.usage ?? usualUsage }),
  };
}
