import { Problem, type ProblemBody } from '@fourfold/api';
import type { DetailedError } from 'tus-js-client';
import type { QueuedPhoto } from './database.ts';
import { isPassing } from './refusals.ts';

/** What an upload tells while it goes, and how it is stopped. */
export interface UploadWatch {
  /** Stops it at once; what the server has stays there. */
  signal?: AbortSignal;
  /** Where it can be resumed, by another page as well. */
  begun?(url: string): void;
  /** Bytes the server has. */
  sent?(bytes: number): void;
}

/**
 * Bytes of a request: small enough that a weak line finishes one, large enough that a photo is one. What a broken
 * request had brought is sent again.
 */
const pieceBytes = 320 << 10;
/** Before each try without any progress; after the last the upload gives way to others. */
const waitsMilliseconds = [300, 1_000, 3_000];

/** An answer that says nothing about the file: another request for the same upload, or a later one, may fare better. */
const isOfTheMoment = (status: number) => isPassing(status) || [0, 404, 409, 410, 423, 460].includes(status);

/**
 * Sends a file in pieces, from where an earlier attempt left off. The same id never makes two files: it is the key of
 * its beginning.
 * @param endpoint where uploads are begun
 * @returns id of the server's file
 * @throws a problem: status 0 when there was no answer, or one that is not of an upload server
 */
export async function upload(
  endpoint: string,
  photo: QueuedPhoto,
  watch: UploadWatch = {},
  waits: readonly number[] = waitsMilliseconds,
): Promise<{ id: string }> {
  // Only who has something to send needs these 17 kB.
  const [{ Upload }, { checkedRequests }] = await Promise.all([
    import('tus-js-client'),
    import('./checkedRequests.ts'),
  ]);
  const { signal } = watch;
  return new Promise((done, failed) => {
    const gone = () => {
      void sending.abort();
      failed(new Problem(0, { title: 'stopped' }));
    };
    const sending = new Upload(photo.blob, {
      endpoint,
      uploadUrl: photo.uploadUrl ?? null,
      headers: { 'Fourfold-Person': photo.owner, 'Idempotency-Key': photo.id },
      metadata: {
        purpose: purposeOf(photo),
        filetype: photo.blob.type,
        ...(photo.sha256 ? { sha256: photo.sha256 } : {}),
      },
      chunkSize: pieceBytes,
      uploadDataDuringCreation: true,
      storeFingerprintForResuming: false,
      httpStack: checkedRequests,
      retryDelays: waits.map((wait) => Math.round(wait * (0.5 + Math.random()))),
      onShouldRetry: (error) => !signal?.aborted && isOfTheMoment(statusOf(error)),
      onUploadUrlAvailable: () => watch.begun?.(sending.url ?? ''),
      onChunkComplete: (_piece, bytes) => watch.sent?.(bytes),
      onSuccess: () => {
        signal?.removeEventListener('abort', gone);
        done({ id: (sending.url ?? '').split('/').pop() ?? '' });
      },
      onError: (error) => {
        signal?.removeEventListener('abort', gone);
        failed(problemOf(error as DetailedError));
      },
    });
    if (signal?.aborted) {
      gone();
      return;
    }
    signal?.addEventListener('abort', gone, { once: true });
    sending.start();
  });
}

const purposeOf = ({ name, sealed }: QueuedPhoto): string =>
  name === undefined ? 'work-order-media' : sealed ? 'form-media-sealed' : 'form-media';

/** 0 when there was no answer; a page of another network has the status of success and none of its headers. */
function statusOf({ originalResponse }: DetailedError): number {
  const status = originalResponse?.getStatus() ?? 0;
  return status >= 400 ? status : 0;
}

function problemOf(error: DetailedError): Problem {
  const status = statusOf(error);
  if (status === 0) return new Problem(0, { title: error.message });
  let body: ProblemBody = {};
  try {
    body = (JSON.parse(error.originalResponse?.getBody() || '{}') ?? {}) as ProblemBody;
  } catch {
    // A proxy's page; the status is all it says.
  }
  // Where it was tried again and again in vain, the next round asks anew.
  return isOfTheMoment(status) && !isPassing(status) ? new Problem(503, body) : new Problem(status, body);
}
