import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { holdsToken, scrub } from './scrub.ts';

const token = '7123456789:AAH9x_kQ2mZ4pL0sVbN-tY6uIoPaSdFgHjK';

function logged(act: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  act(createLog({ level: 'info', to: { write: (line) => void lines.push(line) } }));
  return lines;
}

describe('the log', () => {
  it('writes one JSON object a line with time, level, event and flat fields', () => {
    const [line] = logged((log) => log.warn('outbox.paused', { tenant: 't1', waiting: 3 }));
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'warn',
      event: 'outbox.paused',
      tenant: 't1',
      waiting: 3,
    });
  });

  it('drops lines below its level', () => {
    expect(logged((log) => log.debug('quiet'))).toEqual([]);
  });

  it('lets no token through, wherever it stands in the line', () => {
    const lines = logged((log) => {
      log.error(token, { url: `https://api.telegram.org/bot${token}/getMe` });
      log.error('call.failed', { description: `POST /bot${token}/sendMessage and ${token}` });
    });
    expect(lines.join('')).not.toContain('AAH9x');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });
});

describe('scrub', () => {
  it.each([
    ['a master key as hex', 'ab'.repeat(32)],
    ['a master key as base64', Buffer.alloc(32, 7).toString('base64')],
    ['a webhook secret', Buffer.alloc(32, 9).toString('base64url')],
    ['a claim link', `https://t.me/luna_bot?start=claim_${'x'.repeat(22)}`],
    ['a provider key', `gsk_${'x'.repeat(40)}`],
  ])('hides %s', (_, secret) => {
    expect(scrub(`before ${secret} after`)).toMatch(/^before .*\[secret\] after$/);
    expect(scrub(`before ${secret} after`)).not.toContain(secret.slice(-16));
  });

  it('leaves ids, times and codes alone', () => {
    const line =
      '{"time":"2026-11-20T10:00:00.000Z","tenant":"t0123456789abcdef0123456789abcdef","code":"storage.full"}';
    expect(scrub(line)).toBe(line);
  });
});

describe('holdsToken', () => {
  it('sees a token inside any argument', () => {
    expect(holdsToken(token)).toBe(true);
    expect(holdsToken(`--anything=${token}`)).toBe(true);
    expect(holdsToken('luna')).toBe(false);
    expect(holdsToken('--token-file')).toBe(false);
  });
});
