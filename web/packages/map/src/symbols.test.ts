import { describe, expect, it } from 'vitest';
import { cellTexels, reach, span, symbols, symbolTexture } from './symbols.ts';

const texture = symbolTexture();

/** The distance kept for a place in a symbol's plane. */
function distance(symbol: keyof typeof symbols, x: number, y: number): number {
  const column = Math.floor(((x / reach + 1) / 2) * cellTexels) + symbols[symbol] * cellTexels;
  const row = Math.floor(((y / reach + 1) / 2) * cellTexels);
  return ((texture.bytes[(row * texture.width + column) * 2] ?? 0) / 255 - 0.5) * span;
}

/** Whether a broken line has a gap at a place in a symbol's plane. */
function broken(symbol: keyof typeof symbols, x: number, y: number): boolean {
  const column = Math.floor(((x / reach + 1) / 2) * cellTexels) + symbols[symbol] * cellTexels;
  const row = Math.floor(((y / reach + 1) / 2) * cellTexels);
  return texture.bytes[(row * texture.width + column) * 2 + 1] === 0;
}

describe('the symbols', () => {
  it('are whole within their cells: at its border nothing of them or their surround is left', () => {
    const surround = 2.7 / (0.85 * 0.72);
    for (const name of Object.keys(symbols) as (keyof typeof symbols)[]) {
      for (let at = -reach; at < reach; at += 0.5) {
        for (const [x, y] of [
          [-reach, at],
          [reach - 0.1, at],
          [at, -reach],
          [at, reach - 0.1],
        ] as const)
          expect(distance(name, x, y), `${name} at ${x}, ${y}`).toBeGreaterThan(surround);
      }
    }
  });

  it('point up, hold their middle or leave it open', () => {
    expect(distance('arrowhead', 0, -6)).toBeLessThan(0.5);
    expect(distance('arrowhead', 0, 6)).toBeGreaterThan(1);
    expect(distance('arrowhead', 0, 0)).toBeLessThan(0);
    expect(distance('moored', 0, 0)).toBeLessThan(-2);
    expect(distance('own', 0, 6)).toBeLessThan(0);
    expect(distance('own', 6, 0)).toBeGreaterThan(0);
    expect(distance('circle', 0, 0)).toBeGreaterThan(4);
    expect(distance('circleWithDot', 0, 0)).toBeLessThan(0);
    expect(distance('brackets', 0, 0)).toBeGreaterThan(7);
    expect(distance('brackets', 6.5, 6.5)).toBeLessThan(0.5);
  });

  it('a ghost is an arrowhead of which only the corners are drawn, unlike the dashes of a lost one', () => {
    expect(distance('ghost', 0, -6)).toBe(distance('arrowhead', 0, -6));
    for (const [x, y] of [
      [0, -7.5],
      [4.4, 6],
      [-4.4, 6],
    ] as const)
      expect(broken('ghost', x, y), `${x}, ${y}`).toBe(false);
    for (const [x, y] of [
      [2.2, -0.75],
      [-2.2, -0.75],
      [0, 3.2],
    ] as const)
      expect(broken('ghost', x, y), `${x}, ${y}`).toBe(true);
    expect(broken('arrowhead', -0.8, 3.2)).toBe(false);
  });
});
