/**
 * The library reads a schema's `$id` and `$ref` as addresses; a bare script engine has none. Our schemas name
 * themselves by a URN and refer to nothing, so an address that is kept as it was written is enough. Imported first.
 */
class PlainAddress {
  readonly href: string;
  readonly hash = '';
  readonly pathname = '';

  constructor(href: string | PlainAddress) {
    this.href = String(href);
  }

  toString(): string {
    return this.href;
  }
}

const everything = globalThis as { URL?: unknown };
everything.URL ??= PlainAddress;

export {};
