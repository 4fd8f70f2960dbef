import { z } from 'zod';

const body = z.strictObject({
  model: z.string(),
  messages: z
    .array(
      z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string().min(1) }),
    )
    .min(1),
  max_completion_tokens: z.int().positive().optional(),
  max_tokens: z.int().positive().optional(),
  reasoning_effort: z.enum(['none', 'low', 'medium', 'high']).optional(),
  include_reasoning: z.boolean().optional(),
  response_format: z
    .union([
      z.strictObject({ type: z.literal('json_object') }),
      z.strictObject({
        type: z.literal('json_schema'),
        json_schema: z.strictObject({
          name: z.string(),
          strict: z.literal(true),
          schema: z.looseObject({
            type: z.literal('object'),
            additionalProperties: z.literal(false),
          }),
        }),
      }),
    ])
    .optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.literal(true) }).optional(),
});

/** What is wrong with a chat completion's body for the endpoint mounted there, if anything is. */
export function wrongWith(given: unknown, mount: 'groq' | 'openai'): string | null {
  const read = body.safeParse(given);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  const { model, reasoning_effort: effort, include_reasoning, response_format } = read.data;
  const { stream, stream_options } = read.data;
  if (stream_options && (mount === 'groq' || !stream)) return 'stream_options: unknown';
  if (mount === 'openai' && include_reasoning !== undefined) return 'include_reasoning: unknown';
  if (mount === 'groq' && stream && response_format) {
    return 'response_format` does not support streaming';
  }
  if (/gpt-oss/.test(model) && effort === 'none')
    return 'reasoning_effort: must be low, medium or high';
  if (model.startsWith('qwen') && response_format?.type === 'json_schema') {
    return 'response_format: this model does not support json_schema';
  }
  return null;
}
