/** Largest picture that leaves the phone, bytes. */
export const largestBytes = 300_000;
/** Sides and qualities that are tried in turn until a picture is small enough. */
const tries = [
  { side: 1600, quality: 0.8 },
  { side: 1600, quality: 0.6 },
  { side: 1280, quality: 0.6 },
  { side: 1024, quality: 0.5 },
  { side: 800, quality: 0.45 },
  { side: 640, quality: 0.4 },
] as const;

export interface Picture {
  blob: Blob;
  /** Hex, lower case. */
  sha256: string;
}

/**
 * Draws a photo anew, small enough for a weak signal. What the camera wrote beside it (place, time, model) is gone with
 * the old file; the report says where and when by itself, in the open.
 * @throws when the file is no picture the browser can open
 */
export async function shrink(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let blob = await draw(bitmap, tries[0]);
    for (const attempt of tries.slice(1)) {
      if (blob.size <= largestBytes) break;
      blob = await draw(bitmap, attempt);
    }
    return { blob, sha256: await sha256(blob) };
  } finally {
    bitmap.close();
  }
}

async function draw(bitmap: ImageBitmap, to: { side: number; quality: number }): Promise<Blob> {
  const scale = Math.min(1, to.side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', to.quality));
  if (!blob) throw new Error('the picture could not be written');
  return blob;
}

/** Hex, lower case. */
export async function sha256(blob: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
