const names = { GROQ_API_KEY: 'Groq', XAI_API_KEY: 'xAI' } as const;

/** Settings of the demo's own surroundings that the program is started with: with a key it can ask that provider. */
export function providerSettings(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const taken = [...Object.keys(names), 'GROQ_BASE_URL', 'XAI_BASE_URL'];
  return Object.fromEntries(
    taken.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What somebody must do before a provider is asked, in one line; undefined where no key is set. */
export function draftsHint(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const set = Object.entries(names).flatMap(([name, provider]) => (env[name] ? [provider] : []));
  if (set.length === 0) return undefined;
  return `A key for ${set.join(' and ')} is set: AI drafts begin once Luna agrees in /settings, AI drafts.`;
}
