import { describe, expect, test } from 'vitest';
import { ForbiddenAddress } from './fetch-errors.ts';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';
import { checkOwnUrl } from './own-url.ts';
import { isPrivateAddress } from './private-address.ts';

describe('an address', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '::10.0.0.1',
    '64:ff9b::a00:1',
    '2001:0:4136:e378::1',
    '2002:a00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'no address',
    '',
  ])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

  test.each(['1.1.1.1', '8.8.8.8', '100.128.0.1', '172.32.0.1', '2606:4700::1', '2a00:1450::1'])(
    '%s is public',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('the base URL of an own endpoint', () => {
  test('is taken without the slash at its end', () => {
    expect(checkOwnUrl('https://llm.example.com/v1/', false)).toEqual({
      ok: true,
      baseUrl: 'https://llm.example.com/v1',
    });
    expect(checkOwnUrl('https://1.1.1.1:443', false)).toEqual({
      ok: true,
      baseUrl: 'https://1.1.1.1',
    });
  });

  test.each([
    'http://llm.example.com/v1',
    'https://llm.example.com:8443/v1',
    'https://user@llm.example.com/v1',
    'https://user:password@llm.example.com/v1',
    'https://llm.example.com/v1?key=x',
    'https://llm.example.com/v1#x',
    'ftp://llm.example.com/v1',
    'file:///etc/passwd',
    'llm.example.com',
    'https://127.0.0.1/v1',
    'https://2130706433/v1',
    'https://0x7f.1/v1',
    'https://017700000001/v1',
    'https://127。0。0。1/v1',
    'https://[::1]/v1',
    'https://[::ffff:127.0.0.1]/v1',
    `https://llm.example.com/${'x'.repeat(500)}`,
    '',
  ])('is refused: %s', (url) => expect(checkOwnUrl(url, false).ok).toBe(false));

  test('may lie in a private network where the operator allows that, but hold no password', () => {
    expect(checkOwnUrl('http://10.0.0.5:11434/v1', true).ok).toBe(true);
    expect(checkOwnUrl('http://user:password@10.0.0.5:11434/v1', true).ok).toBe(false);
  });
});

describe('a name', () => {
  const look = (addresses: readonly string[], all: boolean) => {
    const resolve: Resolve = (_hostname, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    return new Promise((settle) => {
      guardedLookup(resolve)('llm.example.com', { all }, (error, found) => settle(error ?? found));
    });
  };

  test('that leads to public addresses alone is connected to', async () => {
    expect(await look(['1.1.1.1', '2606:4700::1'], true)).toEqual([
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ]);
    expect(await look(['1.1.1.1'], false)).toBe('1.1.1.1');
  });

  test.each([[['127.0.0.1']], [['1.1.1.1', '10.0.0.1']], [['::ffff:192.168.0.1']]])(
    'that leads to %j is not',
    async (addresses) => {
      expect(await look(addresses, true)).toBeInstanceOf(ForbiddenAddress);
      expect(await look(addresses, false)).toBeInstanceOf(ForbiddenAddress);
    },
  );

  test('that leads nowhere is an error', async () => {
    expect(await look([], true)).toBeInstanceOf(Error);
  });
});
