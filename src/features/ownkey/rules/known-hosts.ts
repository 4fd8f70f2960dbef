/** Providers that are offered by name, so that only the key is to be typed. */
export type KnownChoice = 'groq' | 'xai';

/** Where each is, which model is taken unless another is chosen, and where its keys are made. */
export const knownChoices = {
  groq: {
    baseUrl: 'https://api.groq.com/openai/v1',
    model: 'openai/gpt-oss-120b',
    keysAt: 'console.groq.com/keys',
  },
  xai: { baseUrl: 'https://api.x.ai/v1', model: 'grok-4.3', keysAt: 'console.x.ai' },
} as const satisfies Record<KnownChoice, { baseUrl: string; model: string; keysAt: string }>;
