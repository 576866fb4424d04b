import type { Map as MapLibre } from 'maplibre-gl';

/** Share of the screen's own pixels a side where drawing is slow: half of them in all. */
const coarse = 0.7;
const slowMilliseconds = 180;
/** With half the pixels; stays clear of slow when all are drawn again. */
const fastMilliseconds = 50;
const slowFrames = 4;
const fastFrames = 30;
const lookMilliseconds = 8;

/** How many pixels to draw, from how long the last frames took. A change costs a standstill, so there are two states only. */
export class Pace {
  /** Of the screen's own pixels, a side. */
  share = 1;
  private inRow = 0;

  /** @returns whether the share has changed */
  frame(milliseconds: number): boolean {
    const isSharp = this.share === 1;
    const against = isSharp ? milliseconds > slowMilliseconds : milliseconds < fastMilliseconds;
    this.inRow = against ? this.inRow + 1 : 0;
    if (this.inRow < (isSharp ? slowFrames : fastFrames)) return false;
    this.inRow = 0;
    this.share = isSharp ? coarse : 1;
    return true;
  }
}

/**
 * Without a graphics processor a full sea takes a quarter of a second a frame. Then fewer pixels are drawn, for a
 * picture of now is worth more than a sharp one of a second ago.
 */
export class Sharpness {
  private readonly pace = new Pace();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly map: MapLibre) {
    map.on('render', () => this.rendered());
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Times one frame at a time, until the graphics side is done with it. */
  private rendered(): void {
    const gl = this.map.getCanvas().getContext('webgl2');
    const fence = this.timer === undefined ? gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) : null;
    if (!gl || !fence) return;
    gl.flush();
    const began = performance.now();
    const look = () => {
      if (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED && !gl.isContextLost()) {
        this.timer = setTimeout(look, lookMilliseconds);
        return;
      }
      this.timer = undefined;
      gl.deleteSync(fence);
      if (this.pace.frame(performance.now() - began)) this.map.setPixelRatio(devicePixelRatio * this.pace.share);
    };
    this.timer = setTimeout(look, lookMilliseconds);
  }
}
