import type { Corner } from '@fourfold/map';
import { describe, expect, it } from 'vitest';
import { begin, drawnOf, geometryOf, nothingDrawn, put, readPasted, redo, undo } from './drawing.ts';

const a: Corner = [110, 19];
const b: Corner = [110.01, 19];
const c: Corner = [110.01, 19.01];
const of = (...outline: Corner[]) => ({ outline, area: null });

describe('a boundary being drawn', () => {
  it('goes back and forth corner by corner, and forth no more after a new one', () => {
    let drawing = begin(nothingDrawn);
    for (const [i, outline] of [[a], [a, b], [a, b, c]].entries()) drawing = put(drawing, of(...outline), i * 1000);
    expect(undo(undo(drawing)).now.outline).toEqual([a]);
    expect(redo(undo(drawing)).now.outline).toEqual([a, b, c]);
    expect(undo(begin(of(a))).now.outline).toEqual([a]);
    expect(redo(put(undo(drawing), of(a, c), 9000)).now.outline).toEqual([a, c]);
  });

  it('takes a drag back in one step', () => {
    const drawing = put(begin(nothingDrawn), of(a), 1000);
    const added = put(drawing, of(a, b), 5000);
    const dragged = [1, 2, 3].reduce((so, i) => put(so, of(a, [110.01 + i, 19]), 5000 + i * 16), added);
    expect(undo(dragged).now.outline).toEqual([a]);
    const later = put(dragged, of(a, c), 9000);
    expect(undo(later).now.outline).toEqual([a, [113.01, 19]]);
  });

  it('is no geometry before it encloses something', () => {
    expect(geometryOf(of(a, b))).toBeNull();
    expect(geometryOf(of(a, b, c))?.type).toBe('Polygon');
  });

  it('is pasted bare, in a feature, or with holes, and nothing else is taken', () => {
    const ring = [a, b, c, a];
    const polygon = { type: 'Polygon', coordinates: [ring] };
    expect(drawnOf(readPasted(JSON.stringify(polygon))).outline).toEqual([a, b, c]);
    const feature = { type: 'Feature', properties: {}, geometry: polygon };
    expect(readPasted(JSON.stringify(feature))).toEqual(polygon);
    expect(readPasted(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))).toEqual(polygon);
    const islands = { type: 'MultiPolygon', coordinates: [[ring], [ring]] };
    expect(drawnOf(readPasted(JSON.stringify(islands)))).toEqual({ outline: [], area: islands });
    for (const text of [
      '',
      '{',
      '[]',
      '{"type":"Point","coordinates":[1,2]}',
      '{"type":"Polygon","coordinates":[[[1,2]]]}',
    ])
      expect(readPasted(text)).toBeNull();
  });
});
