import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';

/** A file as a page is given it. */
export interface Shot {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * What the camera would give: here, a pier at night, drawn.
 * @param hue of the sky, degrees: another one is another photo
 */
export async function drawnPhoto(page: Page, hue = 206): Promise<Shot> {
  const drawn = await page.evaluate((hue) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1200, 900];
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const fill = (colour: string, ...[x, y, width, height]: [number, number, number, number]) => {
      pen.fillStyle = colour;
      pen.fillRect(x, y, width, height);
    };
    fill(`hsl(${hue} 47% 12%)`, 0, 0, 1200, 430);
    fill('#1b3a4b', 0, 430, 1200, 470);
    const lamp = pen.createRadialGradient(820, 260, 20, 820, 260, 420);
    lamp.addColorStop(0, 'rgba(255, 226, 160, 0.9)');
    lamp.addColorStop(1, 'rgba(255, 226, 160, 0)');
    pen.fillStyle = lamp;
    pen.fillRect(300, 0, 900, 900);
    fill('#0b1218', 700, 470, 500, 60);
    for (const x of [740, 880, 1020, 1160]) fill('#0b1218', x, 470, 24, 260);
    fill('#0b1218', 812, 260, 12, 220);
    pen.fillStyle = '#0b1218';
    pen.beginPath();
    pen.moveTo(180, 600);
    pen.lineTo(620, 600);
    pen.lineTo(560, 680);
    pen.lineTo(240, 680);
    pen.fill();
    fill('#0b1218', 300, 530, 120, 80);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, hue);
  return { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') };
}

/**
 * Seconds of a restless sea, recorded by the browser itself, and as large as a phone's would be: a slow machine records
 * few frames, so the rest is an element that players skip.
 */
export async function recordedVideo(page: Page, seconds: number, bytes: number): Promise<Shot> {
  const recorded = await page.evaluate(async (length) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const waves = pen.createImageData(canvas.width, canvas.height);
    const recorder = new MediaRecorder(canvas.captureStream(15), {
      mimeType: 'video/webm',
      videoBitsPerSecond: 12_000_000,
    });
    const pieces: Blob[] = [];
    recorder.ondataavailable = (event) => pieces.push(event.data);
    const stopped = new Promise((done) => {
      recorder.onstop = done;
    });
    recorder.start(200);
    const until = performance.now() + length * 1000;
    const given = () => pieces.reduce((sum, piece) => sum + piece.size, 0);
    // A machine with much else to do may not have recorded anything by then, and a video of nothing is none.
    while (performance.now() < until || given() < 20_000) {
      for (let at = 0; at < waves.data.length; at++) waves.data[at] = (at * 7919 + performance.now() * 31) >> 2;
      pen.putImageData(waves, 0, 0);
      await new Promise((done) => setTimeout(done, 60));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, seconds);
  const noise = randomBytes(bytes);
  const skipped = Buffer.from([0xec, 0x01, 0, 0, 0, 0, 0, 0, 0]);
  skipped.writeUInt32BE(noise.length, 5);
  const buffer = Buffer.concat([Buffer.from(recorded, 'base64'), skipped, noise]);
  return { name: 'video.webm', mimeType: 'video/webm', buffer };
}

/** A WebM of noise, built by hand: right in its structure, and of the size that is wanted. */
export function handmadeVideo(bytes: number): Blob {
  const element = (id: number[], body: number[]) => [...id, 0x80 | body.length, ...body];
  const long = (id: number[], length: number) => {
    const head = Buffer.alloc(8);
    head.writeBigUInt64BE((1n << 56n) | BigInt(length));
    return [...id, ...head];
  };
  const unknown = [0x01, 255, 255, 255, 255, 255, 255, 255];
  const type = element([0x42, 0x82], [...Buffer.from('webm')]);
  const track = element([0xae], [...element([0xd7], [1]), ...element([0x83], [1])]);
  const head = [
    ...element([0x1a, 0x45, 0xdf, 0xa3], type),
    ...[0x18, 0x53, 0x80, 0x67, ...unknown],
    ...element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40])),
    ...element([0x16, 0x54, 0xae, 0x6b], track),
    ...[0x1f, 0x43, 0xb6, 0x75, ...unknown],
    ...element([0xe7], [0]),
  ];
  const frame = Buffer.alloc(bytes - head.length - 9);
  for (let at = 0; at + 4 <= frame.length; at += 4) frame.writeUInt32LE((at * 2_654_435_761) % 4_294_967_296, at);
  return new Blob([new Uint8Array([...head, ...long([0xa3], frame.length)]), frame], { type: 'video/webm' });
}
