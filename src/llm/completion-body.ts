import type { LlmMessage } from '#src/core/llm.ts';
import type { ModelCall } from './adapter.ts';
import { extrasOf } from './manner.ts';

/** What both clients take as the body of a chat completion, less the limit of tokens, whose name differs. */
interface CompletionBody {
  model: string;
  messages: LlmMessage[];
  stream: boolean;
  reasoning_effort?: 'none' | 'low';
  response_format?:
    | { type: 'json_object' }
    | {
        type: 'json_schema';
        json_schema: { name: string; schema: Record<string, unknown>; strict: true };
      };
}

/** The body of a call. Neither `stop` nor penalties: models that think refuse them (docs.x.ai, models). */
export function completionBody({
  model,
  traits,
  request,
  manner,
  onText,
}: ModelCall): CompletionBody {
  const { schema } = request;
  const { stream, format } = extrasOf(manner, traits, { request, listens: onText !== undefined });
  return {
    model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    stream,
    ...(traits.effort ? { reasoning_effort: traits.effort } : {}),
    ...(!schema || format === 'none'
      ? {}
      : {
          response_format:
            format === 'some'
              ? { type: 'json_object' }
              : {
                  type: 'json_schema',
                  json_schema: { name: schema.name, schema: { ...schema.schema }, strict: true },
                },
        }),
  };
}
