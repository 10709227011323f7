import { addressFault, hostText, parseAllowedHosts, readAddress } from './allowed-hosts';

const fault = (list: string, address: string) => addressFault(readAddress(address), parseAllowedHosts(list) ?? []);

describe('the hosts that an administrator allows', () => {
  it.each([
    ['', []],
    ['www.data.gouv.fr, http://intranet.fr:8080 ,', ['www.data.gouv.fr', 'http://intranet.fr:8080']],
    ['HTTPS://Data.EXAMPLE.fr:443', ['data.example.fr:443']],
  ])('reads "%s"', (text, hosts) => {
    expect(parseAllowedHosts(text)?.map(hostText)).toEqual(hosts);
  });

  it.each([
    '*.gouv.fr',
    'ftp://a.fr',
    'a.fr/chemin',
    'u:p@a.fr',
    'a.fr:0',
    'a.fr:70000',
    'a b.fr',
    'https://',
    'a..fr:x',
  ])('refuses "%s"', (text) => expect(parseAllowedHosts(text)).toBeNull());

  it.each([
    ['a.fr', 'https://a.fr/x?y=1', null],
    ['a.fr', 'https://A.FR:443/x', null],
    ['a.fr', 'http://a.fr/', 'scheme'],
    ['http://a.fr', 'http://a.fr/', null],
    ['http://a.fr', 'https://a.fr/', null],
    ['a.fr', 'https://a.fr:8443/', 'port'],
    ['a.fr:8443', 'https://a.fr:8443/', null],
    ['a.fr:8443', 'https://a.fr/', 'port'],
    ['a.fr', 'https://b.a.fr/', 'host'],
    ['a.fr', 'https://a.fr.b.fr/', 'host'],
    ['a.fr', 'https://a.fr./', 'host'],
    ['a.fr', 'https://a.fr@b.fr/', 'credentials'],
    ['a.fr', 'https://b.fr\\@a.fr/', 'host'],
    ['a.fr', 'ftp://a.fr/', 'scheme'],
    ['a.fr', 'file:///a.fr', 'scheme'],
    ['a.fr', '//a.fr/x', 'not-an-address'],
    ['', 'https://a.fr/', 'host'],
  ])('with "%s", %s gives %s', (list, address, expected) => {
    expect(fault(list, address)).toBe(expected);
  });
});
