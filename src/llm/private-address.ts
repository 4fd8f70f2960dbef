import { BlockList, isIP } from 'node:net';

/** Of IPv4, what is not for everybody (IANA's registry of special-purpose addresses), and clouds' own services. */
const closed4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // Azure's wire server, which has a public number.
  '168.63.129.16/32',
]);

/** Of IPv6 only this part is given out; mapped IPv4, local, link-local and NAT64 addresses lie outside. */
const open6 = listOf('ipv6', ['2000::/3']);
/** And of that not what leads elsewhere or nowhere: Teredo and its neighbours, documentation, 6to4. */
const closed6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** Whether an IP address is any other than a public one: private, local, shared, a cloud's metadata, or no address. */
export function isPrivateAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return closed4.check(address, 'ipv4');
    case 6:
      return !open6.check(address, 'ipv6') || closed6.check(address, 'ipv6');
    default:
      return true;
  }
}

function listOf(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}
