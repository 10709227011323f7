/** A host that this server may fetch files from, as an administrator wrote it: "data.example.fr", "http://intranet.fr", "a.fr:8443". */
export interface AllowedHost {
  readonly host: string;
  /** null: the usual port of the protocol. */
  readonly port: number | null;
  /** Whether http is allowed beside https. */
  readonly isPlainAllowed: boolean;
}

export type AddressFault = 'not-an-address' | 'scheme' | 'credentials' | 'host' | 'port';

const entryForm = /^(https?:\/\/)?([a-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?$/i;

/** null when one of the entries, separated by commas, is not a host (a wildcard is none: each host is named). */
export function parseAllowedHosts(text: string): readonly AllowedHost[] | null {
  const entries = text.split(',').map((entry) => entry.trim());
  const hosts = entries.filter((entry) => entry !== '').map(parseEntry);
  return hosts.every((host) => host !== null) ? hosts : null;
}

function parseEntry(entry: string): AllowedHost | null {
  const [, scheme = 'https://', name, port] = entryForm.exec(entry) ?? [];
  // the URL's own writing of the name: lower case, decimal parts of an address
  const url = name === undefined ? null : readAddress(`https://${name}`);
  if (!url || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return null;
  return {
    host: url.hostname,
    port: port === undefined ? null : Number(port),
    isPlainAllowed: scheme.toLowerCase() === 'http://',
  };
}

/** null when it is no absolute address. */
export const readAddress = (text: string, base?: URL): URL | null =>
  URL.canParse(text, base?.href) ? new URL(text, base) : null;

const usualPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };

/** Why an address is none that may be fetched, by its writing alone; null when it may. Where its name leads is another question. */
export function addressFault(url: URL | null, hosts: readonly AllowedHost[]): AddressFault | null {
  if (!url) return 'not-an-address';
  const usual = usualPorts[url.protocol];
  if (usual === undefined) return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  const named = hosts.filter(({ host }) => host === url.hostname);
  if (named.length === 0) return 'host';
  const spoken = named.filter(({ isPlainAllowed }) => url.protocol === 'https:' || isPlainAllowed);
  if (spoken.length === 0) return 'scheme';
  const port = url.port === '' ? usual : Number(url.port);
  return spoken.some((entry) => (entry.port ?? usual) === port) ? null : 'port';
}

/** As an administrator writes it. */
export const hostText = ({ host, port, isPlainAllowed }: AllowedHost): string =>
  `${isPlainAllowed ? 'http://' : ''}${host}${port === null ? '' : `:${port}`}`;
