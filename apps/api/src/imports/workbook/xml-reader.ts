import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { tableLimits } from './table-limits';
import { TableRefused, unreadable } from './table-refused';

export interface XmlAttributes {
  readonly [name: string]: string;
}

/** Names come without their prefix: the transitional and the strict dialects differ only by it and by the namespace. */
export interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads an XML part piece by piece. A document type, and so any entity of its own, is refused. */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private decoder: TextDecoder | undefined;
  private run = 0;
  private depth = 0;

  constructor(handlers: XmlHandlers) {
    const mark = (): void => {
      this.run = 0;
    };
    this.parser.on('opentag', ({ name, attributes }) => {
      mark();
      this.depth += 1;
      if (this.depth > tableLimits.xmlDepth) throw unreadable('xml');
      handlers.open(localName(name), attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      mark();
      this.depth -= 1;
      handlers.close?.(localName(name));
    });
    const text = (run: string): void => {
      mark();
      handlers.text?.(run);
    };
    this.parser.on('text', text);
    this.parser.on('cdata', text);
    this.parser.on('comment', mark);
    this.parser.on('doctype', () => {
      throw unreadable('doctype');
    });
  }

  read(bytes: Uint8Array): void {
    this.decoder ??= new TextDecoder(encodingOf(bytes));
    this.write(this.decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    try {
      this.write(this.decoder?.decode() ?? '');
      this.parser.close();
    } catch (error) {
      throw readable(error);
    }
  }

  private write(text: string): void {
    this.run += text.length;
    if (this.run > tableLimits.xmlRun + text.length) throw unreadable('xml');
    try {
      this.parser.write(text);
    } catch (error) {
      throw readable(error);
    }
  }
}

/** Reads a whole part. */
export async function readXml(input: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const xml = new XmlReader(handlers);
  for await (const bytes of input) xml.read(bytes);
  xml.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute whose prefix the writer chose. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}

const readable = (error: unknown): TableRefused => (error instanceof TableRefused ? error : unreadable('xml', error));

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
