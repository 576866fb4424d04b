import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

/** A line that gives nothing for so long is taken for broken. */
const answerMilliseconds = 60_000;

/**
 * Requests by `fetch`, each with a checksum of what it bears: a weak line, or a proxy that means well, may change bytes
 * on the way without anybody noticing.
 */
export const checkedRequests: HttpStack = {
  createRequest: (method, url) => new CheckedRequest(method, url),
  getName: () => 'fourfold',
};

class CheckedRequest implements HttpRequest {
  private readonly method: string;
  private readonly url: string;
  private readonly headers = new Headers();
  private readonly ending = new AbortController();

  constructor(method: string, url: string) {
    this.method = method;
    this.url = url;
  }

  getMethod = () => this.method;
  getURL = () => this.url;
  setHeader = (name: string, value: string) => this.headers.set(name, value);
  getHeader = (name: string) => this.headers.get(name) ?? undefined;
  /** What a piece has reached is told when the server has acknowledged it, and not before. */
  setProgressHandler = () => {};
  getUnderlyingObject = () => null;

  async abort(): Promise<void> {
    this.ending.abort();
  }

  async send(body: Blob | null): Promise<HttpResponse> {
    const bytes = body ? await body.arrayBuffer() : null;
    if (bytes) this.setHeader('Upload-Checksum', `sha256 ${base64(await crypto.subtle.digest('SHA-256', bytes))}`);
    const limit = setTimeout(() => this.ending.abort(), answerMilliseconds);
    try {
      const { method, headers, ending } = this;
      const credentials = 'same-origin';
      const response = await fetch(this.url, { method, headers, body: bytes, credentials, signal: ending.signal });
      return new Answer(response, await response.text());
    } finally {
      clearTimeout(limit);
    }
  }
}

class Answer implements HttpResponse {
  private readonly response: Response;
  private readonly body: string;

  constructor(response: Response, body: string) {
    this.response = response;
    this.body = body;
  }

  getStatus = () => this.response.status;
  getHeader = (name: string) => this.response.headers.get(name) ?? undefined;
  getBody = () => this.body;
  getUnderlyingObject = () => this.response;
}

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
