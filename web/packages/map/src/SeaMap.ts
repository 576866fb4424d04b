import 'maplibre-gl/dist/maplibre-gl.css';
import type { Picture, View } from '@fourfold/live';
import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, Marker, setWorkerUrl } from 'maplibre-gl';
import mapWorkerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { hatchImage, levelImage, stationImage } from './badges.ts';
import { Lettering } from './lettering.ts';
import type { Palette } from './palette.ts';
import { pick } from './pick.ts';
import { Sharpness } from './Sharpness.ts';
import { baseStyle, type ContentName, contentNames, firstAboveVessels, ground, nothing, seldom } from './style.ts';
import { VesselLayer, type VesselLayerState } from './VesselLayer.ts';

setWorkerUrl(mapWorkerUrl);

export interface SeaMapOptions {
  container: HTMLElement;
  palette: Palette;
  /** `[west, south, east, north]`: what is shown first. */
  bounds: View;
  reduceMotion: boolean;
  /** The view came to rest. */
  onView(view: View, zoom: number): void;
  /** The person clicked a vessel, or the open sea (null). */
  onPick(slot: number | null): void;
  /** What the map says about itself to people who cannot see it. */
  label: string;
}

export interface ScaleBar {
  pixels: number;
  metres: number;
}

const niceLengths = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];
/** From the middle of a vessel to the box that tells about it. */
const calloutPixels = 30;
/** What is nearer to the edge than this may as well not be on screen. */
const edgePixels = 48;
const farthestZoom = 17;
const nearestZoom = 4;

/** The map of the sea page: the base style, the vessels' layer, and a few GeoJSON sources that others fill. */
export class SeaMap {
  readonly map: MapLibre;
  private readonly vessels: VesselLayer;
  private readonly lettering: Lettering;
  private readonly sharpness: Sharpness;
  private readonly data = new Map<ContentName, FeatureCollection>();
  private readonly visible = new Map<string, boolean>();
  /** Layers with nothing to draw. */
  private readonly empty = new Set<string>();
  private palette: Palette;
  private picture: Picture | null = null;
  private callout: Marker | null = null;
  private side: 'left' | 'right' = 'left';
  /** Pixels at the right that a panel lies over. */
  private covered = 0;
  private flown = false;
  private ready = false;
  private drawing = false;
  private groundWaits = false;

  constructor(private readonly options: SeaMapOptions) {
    this.palette = options.palette;
    this.vessels = new VesselLayer({
      palette: options.palette,
      selected: null,
      ring: null,
      vectors: true,
      ease: !options.reduceMotion,
    });
    this.lettering = new Lettering(options.container);
    this.map = new MapLibre({
      container: options.container,
      style: baseStyle(options.palette),
      bounds: options.bounds,
      minZoom: nearestZoom,
      maxZoom: farthestZoom,
      attributionControl: false,
      // North stays up: bearings are read off this map, and the vessels' shader counts on it.
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      renderWorldCopies: false,
      fadeDuration: 0,
      reduceMotion: options.reduceMotion,
      locale: { 'Map.Title': options.label },
    });
    this.sharpness = new Sharpness(this.map);
    options.container.style.background = options.palette.sea;
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.on('style.load', () => this.styleLoaded());
    this.map.on('moveend', () => this.tellView());
    this.map.on('click', (event) => this.clicked(event));
    this.map.on('mousemove', (event) => this.hover(event));
  }

  /** Ends it and gives the WebGL context back. */
  remove(): void {
    this.ready = false;
    this.sharpness.stop();
    this.map.remove();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.vessels.set({ palette });
    this.options.container.style.background = palette.sea;
    this.ready = false;
    this.map.setStyle(baseStyle(palette), { diff: false });
  }

  show(picture: Picture): void {
    this.picture = picture;
    this.vessels.show(picture);
  }

  setVessels(change: Partial<Omit<VesselLayerState, 'palette' | 'ease'>>): void {
    this.vessels.set(change);
  }

  setData(name: ContentName, data: FeatureCollection | null): void {
    this.data.set(name, data ?? nothing);
    if (this.ready) this.draw(name);
  }

  setVisible(layers: readonly string[], visible: boolean): void {
    for (const layer of layers) {
      this.visible.set(layer, visible);
      if (this.ready) this.applyVisible(layer);
    }
  }

  /** A box beside what is chosen; null takes it away. The element is the caller's. */
  setCallout(element: HTMLElement | null, longitude = 0, latitude = 0): void {
    if (!element) {
      this.callout?.remove();
      this.callout = null;
      return;
    }
    const side = this.calloutSide(element, longitude, latitude);
    if (this.callout?.getElement() === element && this.side === side) {
      this.callout.setLngLat([longitude, latitude]);
      return;
    }
    this.callout?.remove();
    this.side = side;
    const offset: [number, number] = [side === 'left' ? calloutPixels : -calloutPixels, 0];
    this.callout = new Marker({ element, anchor: side, offset }).setLngLat([longitude, latitude]).addTo(this.map);
  }

  /** The edge of the box that touches its vessel: the left one, unless there is no room to the right. */
  private calloutSide(element: HTMLElement, longitude: number, latitude: number): 'left' | 'right' {
    const { x } = this.map.project([longitude, latitude]);
    const free = this.map.getContainer().clientWidth - this.covered - x - calloutPixels;
    return x > calloutPixels && element.offsetWidth > free && element.offsetWidth + calloutPixels < x
      ? 'right'
      : 'left';
  }

  /** While a zone is drawn, clicks belong to the editor. */
  setDrawing(drawing: boolean): void {
    this.drawing = drawing;
    this.map.getCanvas().style.cursor = drawing ? 'crosshair' : '';
    if (drawing) this.map.doubleClickZoom.disable();
    else this.map.doubleClickZoom.enable();
  }

  view(): View {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** How many pixels at the right a panel lies over: what is flown to comes to rest beside it. */
  setCovered(pixels: number): void {
    this.covered = pixels;
  }

  /** Whether a place is on screen, clear of its edges and of what lies over it. */
  sees(longitude: number, latitude: number): boolean {
    const { x, y } = this.map.project([longitude, latitude]);
    const { clientWidth, clientHeight } = this.map.getContainer();
    const inside = (at: number, length: number) => at > edgePixels && at < length - edgePixels;
    return inside(x, clientWidth - this.covered) && inside(y, clientHeight);
  }

  /** Whether it was sent to a place: then nobody's idea of where to begin may take it away from there. */
  get hasFlown(): boolean {
    return this.flown;
  }

  flyTo(longitude: number, latitude: number, zoom?: number): void {
    this.flown = true;
    // A panel may have opened with the same click: its width must be off before the middle is found.
    this.map.resize();
    this.map.easeTo({
      center: [longitude, latitude],
      zoom: zoom ?? this.map.getZoom(),
      offset: [-this.covered / 2, 0],
      duration: this.options.reduceMotion ? 0 : 400,
    });
  }

  fit(bounds: View): void {
    this.map.fitBounds(bounds, {
      padding: { top: 40, bottom: 40, left: 40, right: 40 + this.covered },
      animate: !this.options.reduceMotion,
      duration: 400,
    });
  }

  /** Metres that a CSS pixel is at the middle of the map. */
  metresPerPixel(): number {
    return (40_075_016.686 * Math.cos((this.map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** this.map.getZoom());
  }

  /** The longest round distance that fits in the given width at the middle of the map. */
  scaleBar(widest: number): ScaleBar {
    const metresPerPixel = this.metresPerPixel();
    const metres = niceLengths.findLast((length) => length / metresPerPixel <= widest) ?? 50;
    return { metres, pixels: metres / metresPerPixel };
  }

  private styleLoaded(): void {
    this.ready = true;
    const ratio = Math.max(1, window.devicePixelRatio);
    const { t1, t2, levels } = this.palette;
    for (const level of [1, 2, 3, 4] as const)
      this.putImage(`level-${level}`, levelImage(level, this.palette, ratio), ratio);
    this.putImage('station', stationImage(t1, this.palette, ratio), ratio);
    this.putImage('station-down', stationImage(levels[1], this.palette, ratio), ratio);
    this.putImage('radar-down', hatchImage(levels[1], ratio), ratio);
    this.putImage('radar-hidden', hatchImage(t2, ratio), ratio);
    this.map.addLayer(this.vessels, firstAboveVessels);
    for (const name of contentNames) this.draw(name);
    for (const layer of this.visible.keys()) this.applyVisible(layer);
    this.tellView();
  }

  private putImage(name: string, image: ImageData, ratio: number): void {
    if (this.map.hasImage(name)) this.map.updateImage(name, image);
    else this.map.addImage(name, image, { pixelRatio: ratio });
  }

  private draw(name: ContentName): void {
    const data = this.data.get(name) ?? nothing;
    const fonts = this.lettering.fetch(data);
    const put = () => {
      if (!this.ready || (this.data.get(name) ?? nothing) !== data) return;
      if (ground.parts.includes(name)) this.drawGround();
      else this.map.getSource<GeoJSONSource>(name)?.setData(data);
      for (const layer of seldom[name] ?? []) {
        if (data.features.length === 0) this.empty.add(layer);
        else this.empty.delete(layer);
        this.applyVisible(layer);
      }
    };
    if (fonts) fonts.then(put);
    else put();
  }

  /** At most once a turn: what opens a page sets all its parts at once. */
  private drawGround(): void {
    if (this.groundWaits) return;
    this.groundWaits = true;
    queueMicrotask(() => {
      this.groundWaits = false;
      if (!this.ready) return;
      const features = ground.parts.flatMap((part) =>
        (this.data.get(part) ?? nothing).features.map((feature) => ({
          ...feature,
          properties: { ...feature.properties, part },
        })),
      );
      this.map.getSource<GeoJSONSource>(ground.source)?.setData({ type: 'FeatureCollection', features });
    });
  }

  private applyVisible(layer: string): void {
    const shown = (this.visible.get(layer) ?? true) && !this.empty.has(layer);
    this.map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none');
  }

  private tellView(): void {
    this.options.onView(this.view(), this.map.getZoom());
  }

  private hit(event: MapMouseEvent): number | null {
    return this.picture ? pick(this.picture, event.lngLat.lng, event.lngLat.lat, this.map.getZoom()) : null;
  }

  private clicked(event: MapMouseEvent): void {
    if (!this.drawing) this.options.onPick(this.hit(event));
  }

  private hover(event: MapMouseEvent): void {
    if (this.drawing) return;
    this.map.getCanvas().style.cursor = this.hit(event) === null ? '' : 'pointer';
  }
}
