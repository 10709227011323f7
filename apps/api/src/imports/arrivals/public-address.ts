import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries (IPv4: RFC 6890 and after): what is not reachable by everybody, and multicast. */
const reserved = new BlockList();
for (const range of [
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
])
  add(reserved, range, 'ipv4');
// IETF protocols (Teredo and ORCHID among them), documentation, 6to4: they hold or hide an IPv4 address, or lead nowhere
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) add(reserved, range, 'ipv6');

/** All that is public in IPv6; loopback, IPv4-mapped, NAT64, unique local, link-local and multicast are outside it. */
const publicSix = new BlockList();
add(publicSix, '2000::/3', 'ipv6');

function add(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', prefix] = range.split('/');
  list.addSubnet(network, Number(prefix), family);
}

/** Whether an address, as the resolver writes it, is one of the public Internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !reserved.check(address, 'ipv4');
  // a zone ("%eth0") names a network of this machine
  if (family !== 6 || address.includes('%')) return false;
  return publicSix.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}
