import fc from 'fast-check';
import { isPublicAddress } from './public-address';

describe('what counts as a public address', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '172.32.0.1',
    '100.128.0.1',
    '2a00:1450:4007:810::200e',
    '2606:4700::1111',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
    ['link-local', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', '2606:4700::1111%eth0'],
    ['shared by a provider (CGNAT)', '100.64.0.1', '100.127.255.255'],
    ['of this network', '0.0.0.0', '0.1.2.3', '::'],
    ['multicast or broadcast', '224.0.0.1', '239.1.1.1', '255.255.255.255', 'ff02::1'],
    ['IPv4 within IPv6', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ['a way through to IPv4', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:0:7f00:1::'],
    ['for documents', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['reserved', '198.18.0.1', '192.0.0.1', '240.0.0.1', '192.88.99.1', '5f00::1', '100::1'],
    [
      'not an address as a resolver writes it',
      '0x7f.0.0.1',
      '2130706433',
      '127.1',
      '017700000001',
      '',
      'localhost',
      '1.1.1.1 ',
    ],
  ])('what is %s is none', (_kind, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('no IPv4 address becomes public by being mapped', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => !isPublicAddress(`::ffff:${address}`)));
  });
});
