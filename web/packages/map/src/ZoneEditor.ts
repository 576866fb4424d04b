import type { Feature, FeatureCollection } from 'geojson';
import type { MapMouseEvent } from 'maplibre-gl';
import { add, type Corner, middle, move, type Outline, polygonOf, remove } from './polygon.ts';
import type { SeaMap } from './SeaMap.ts';

const reachPixels = 12;

export interface ZoneEditorOptions {
  /** A line from its first corner to its last, instead of an area: clicks beside it add nothing. */
  line?: boolean;
  /** Corners that a corner jumps to when it comes near; asked for at each step. */
  snapTo?(): readonly Corner[];
}

/**
 * Draws one outline by pointer: a click on the water adds a corner, dragging a corner moves it, dragging the middle of
 * a side pulls a new corner out, the other button takes one away. The outline lives with the caller, where a table of
 * coordinates edits it too.
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
    private readonly options: ZoneEditorOptions = {},
  ) {
    const { map } = sea;
    sea.setDrawing(true);
    map.on('click', this.click);
    map.on('mousedown', this.press);
    map.on('mousemove', this.drag);
    map.on('mouseup', this.release);
    map.on('contextmenu', this.takeAway);
  }

  show(outline: Outline, chosen: number): void {
    this.outline = outline;
    this.chosen = chosen;
    this.sea.setData('draft', draw(outline, chosen, this.options.line ?? false));
  }

  end(): void {
    const { map } = this.sea;
    map.off('click', this.click);
    map.off('mousedown', this.press);
    map.off('mousemove', this.drag);
    map.off('mouseup', this.release);
    map.off('contextmenu', this.takeAway);
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
    else if (!this.options.line) this.change(add(this.outline, this.at(event)));
  };

  private readonly press = (event: MapMouseEvent) => {
    let index = this.cornerAt(event);
    if (index < 0) {
      const side = this.nearest(event, (i) => middle(this.outline, i));
      if (side < 0 || side >= sides(this.outline, this.options.line ?? false)) return;
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
    this.change(move(this.outline, this.dragged, this.at(event)));
  };

  private readonly release = () => {
    if (this.dragged < 0) return;
    this.dragged = -1;
    this.sea.map.dragPan.enable();
  };

  private readonly takeAway = (event: MapMouseEvent) => {
    event.preventDefault();
    const hit = this.cornerAt(event);
    if (hit >= 0 && (!this.options.line || this.outline.length > 2)) this.change(remove(this.outline, hit));
  };

  /** Where the pointer is, or the corner beside it that is snapped to. */
  private at(event: MapMouseEvent): Corner {
    const { map } = this.sea;
    const here: Corner = [event.lngLat.lng, event.lngLat.lat];
    const aside = map.unproject([event.point.x + reachPixels, event.point.y + reachPixels]);
    const [width, height] = [Math.abs(aside.lng - here[0]), Math.abs(aside.lat - here[1])];
    let found = here;
    let best = reachPixels;
    for (const corner of this.options.snapTo?.() ?? []) {
      if (Math.abs(corner[0] - here[0]) > width || Math.abs(corner[1] - here[1]) > height) continue;
      const distance = map.project(corner).dist(event.point);
      if (distance < best) [best, found] = [distance, corner];
    }
    return found;
  }

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

/** How many sides have a middle that a corner can be pulled out of. */
const sides = (outline: Outline, line: boolean) =>
  line ? outline.length - 1 : outline.length < 2 ? 0 : outline.length;

function draw(outline: Outline, chosen: number, line: boolean): FeatureCollection {
  const features: Feature[] = outline.map((coordinates, i) => ({
    type: 'Feature',
    properties: { chosen: i === chosen, middle: false },
    geometry: { type: 'Point', coordinates },
  }));
  if (outline.length === 2 || line) {
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [...outline] } });
  } else if (outline.length >= 3) {
    features.push({ type: 'Feature', properties: {}, geometry: polygonOf(outline) });
  }
  if (outline.length >= 3 || line) {
    outline.slice(0, sides(outline, line)).forEach((_, i) => {
      features.push({
        type: 'Feature',
        properties: { chosen: false, middle: true },
        geometry: { type: 'Point', coordinates: middle(outline, i) },
      });
    });
  }
  return { type: 'FeatureCollection', features };
}
