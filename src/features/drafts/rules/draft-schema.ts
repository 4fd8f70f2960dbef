/** Drafts asked for at once. */
export const draftsWanted = 3;

/** What a model may say that stands in the way of an answer. */
export const risks = ['minor', 'distress', 'spending', 'unknown-fact', 'instruction'] as const;

/** One risk that a model named. */
export type Risk = (typeof risks)[number];

/**
 * The answer's form, for models with strict schemas: all required, nothing else allowed (Groq and OpenAI ask for both). Risks
 * come first, so that nothing is shown of drafts that a risk stands in the way of.
 */
export const draftSchema = {
  name: 'drafts',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['risk', 'drafts', 'language', 'needsHuman'],
    properties: {
      risk: { type: 'array', items: { type: 'string', enum: [...risks] } },
      drafts: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['text'],
          properties: { text: { type: 'string' } },
        },
      },
      language: { type: 'string' },
      needsHuman: { type: 'boolean' },
    },
  },
} as const;
