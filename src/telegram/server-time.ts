import { request } from 'undici';

/** What time it is at the Bot API server (epoch ms, to the second), from its Date header; undefined when it does not say. */
export async function serverTime(apiRoot: string): Promise<number | undefined> {
  try {
    const { headers, body } = await request(`${apiRoot}/`, {
      method: 'GET',
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
      signal: AbortSignal.timeout(15_000),
    });
    await body.dump();
    const at = Date.parse(String(headers['date']));
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}
