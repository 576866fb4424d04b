import type { Feature, FeatureCollection } from 'geojson';
import type { MapMouseEvent } from 'maplibre-gl';
import { add, type Corner, middle, move, type Outline, polygonOf } from './polygon.ts';
import type { SeaMap } from './SeaMap.ts';

const reachPixels = 12;

/**
 * Draws one outline by pointer: a click on the water adds a corner, dragging a corner moves it, dragging the middle of
 * a side pulls a new corner out. The outline lives with the caller, where a table of coordinates edits it too.
 */
export class ZoneEditor {
  private outline: Outline = [];
  private chosen = -1;
  private dragged = -1;
  private moved = false;

  constructor(
    private readonly sea: SeaMap,
    private readonly onChange: (outline: Outline) => void,
    private readonly onChoose: (index: number) => void,
  ) {
    const { map } = sea;
    sea.setDrawing(true);
    map.on('click', this.click);
    map.on('mousedown', this.press);
    map.on('mousemove', this.drag);
    map.on('mouseup', this.release);
  }

  show(outline: Outline, chosen: number): void {
    this.outline = outline;
    this.chosen = chosen;
    this.sea.setData('draft', draw(outline, chosen));
  }

  end(): void {
    const { map } = this.sea;
    map.off('click', this.click);
    map.off('mousedown', this.press);
    map.off('mousemove', this.drag);
    map.off('mouseup', this.release);
    map.dragPan.enable();
    this.sea.setDrawing(false);
    this.sea.setData('draft', null);
  }

  private readonly click = (event: MapMouseEvent) => {
    if (this.moved) {
      this.moved = false;
      return;
    }
    const hit = this.cornerAt(event);
    if (hit >= 0) this.onChoose(hit);
    else this.change(add(this.outline, [event.lngLat.lng, event.lngLat.lat]));
  };

  private readonly press = (event: MapMouseEvent) => {
    let index = this.cornerAt(event);
    if (index < 0) {
      const side = this.nearest(event, (i) => middle(this.outline, i));
      if (side < 0 || this.outline.length < 2) return;
      index = side + 1;
      this.change(add(this.outline, middle(this.outline, side), index));
    }
    event.preventDefault();
    this.dragged = index;
    this.moved = false;
    this.onChoose(index);
    this.sea.map.dragPan.disable();
  };

  private readonly drag = (event: MapMouseEvent) => {
    if (this.dragged < 0) return;
    this.moved = true;
    this.change(move(this.outline, this.dragged, [event.lngLat.lng, event.lngLat.lat]));
  };

  private readonly release = () => {
    if (this.dragged < 0) return;
    this.dragged = -1;
    this.sea.map.dragPan.enable();
  };

  private change(outline: Outline): void {
    this.show(outline, this.chosen);
    this.onChange(outline);
  }

  private cornerAt(event: MapMouseEvent): number {
    return this.nearest(event, (i) => this.outline[i] ?? [0, 0]);
  }

  private nearest(event: MapMouseEvent, at: (index: number) => Corner): number {
    let found = -1;
    let best = reachPixels;
    for (let i = 0; i < this.outline.length; i++) {
      const distance = this.sea.map.project(at(i)).dist(event.point);
      if (distance < best) {
        best = distance;
        found = i;
      }
    }
    return found;
  }
}

function draw(outline: Outline, chosen: number): FeatureCollection {
  const features: Feature[] = outline.map((coordinates, i) => ({
    type: 'Feature',
    properties: { chosen: i === chosen, middle: false },
    geometry: { type: 'Point', coordinates },
  }));
  if (outline.length === 2) {
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [...outline] } });
  }
  if (outline.length >= 3) {
    features.push({ type: 'Feature', properties: {}, geometry: polygonOf(outline) });
    outline.forEach((_, i) => {
      features.push({
        type: 'Feature',
        properties: { chosen: false, middle: true },
        geometry: { type: 'Point', coordinates: middle(outline, i) },
      });
    });
  }
  return { type: 'FeatureCollection', features };
}
