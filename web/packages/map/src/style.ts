import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { mapFonts } from './lettering.ts';
import type { Palette } from './palette.ts';

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What changes while the page is open. */
export const contentNames = [
  'land',
  'rings',
  'places',
  'zones',
  'radar',
  'doubt',
  'trail',
  'labels',
  'marks',
  'draft',
] as const;
export type ContentName = (typeof contentNames)[number];

/**
 * Areas and lines of one source, each feature with its `part`: for every source with such layers the map clips its tiles
 * anew in each frame, which costs more than drawing them.
 */
export const ground = { source: 'ground', parts: ['land', 'rings', 'zones'] as readonly ContentName[] } as const;
/** Layers of sources that are mostly empty: they are off until there is something in them. */
export const seldom: Partial<Record<ContentName, readonly string[]>> = {
  radar: ['radar-clutter', 'radar-hidden', 'radar-reach', 'radar-down', 'radar-down-edge', 'radar-stations'],
  doubt: ['doubt'],
  trail: ['trail', 'trail-steps', 'trail-times'],
  marks: ['marks-hatch', 'marks-edge', 'marks-text'],
  draft: ['draft-area', 'draft-edge', 'draft-corners'],
};

/** The vessels' layer goes below this one: labels are read over symbols. */
export const firstAboveVessels = 'zones-name';

/** From which zoom on a calm vessel shows its name, and then the letter of its class. */
export const namesFromZoom = 11;
export const lettersFromZoom = 12;

const text = (size: number | ExpressionSpecification, more: object = {}) => ({
  'text-field': ['get', 'text'] as ExpressionSpecification,
  'text-font': mapFonts,
  'text-size': size,
  ...more,
});

const halo = (color: string, ground: string, width = 1.5) => ({
  'text-color': color,
  'text-halo-color': ground,
  'text-halo-width': width,
});

const part = (name: ContentName | 'reach' | 'station' | 'clutter' | 'hidden'): ExpressionSpecification => [
  '==',
  ['get', 'part'],
  name,
];

function areaLayers(colour: Palette): LayerSpecification[] {
  const ring = (name: string): ExpressionSpecification => ['all', part('rings'), ['==', ['get', 'ring'], name]];
  return [
    {
      id: 'belt',
      type: 'fill',
      source: ground.source,
      filter: ring('shoreline'),
      paint: { 'fill-color': colour.belt, 'fill-antialias': false },
    },
    {
      id: 'belt-edge',
      type: 'line',
      source: ground.source,
      filter: ring('shoreline'),
      paint: { 'line-color': colour.accent, 'line-opacity': 0.5, 'line-width': 1.2, 'line-dasharray': [5, 4] },
    },
    {
      id: 'near-sea-edge',
      type: 'line',
      source: ground.source,
      filter: ring('near-sea'),
      paint: { 'line-color': colour.t3, 'line-opacity': 0.6, 'line-width': 1, 'line-dasharray': [1, 4] },
    },
    {
      id: 'land',
      type: 'fill',
      source: ground.source,
      filter: part('land'),
      // The coast is drawn over its edge.
      paint: { 'fill-color': colour.land, 'fill-antialias': false },
    },
    {
      id: 'coast',
      type: 'line',
      source: ground.source,
      filter: part('land'),
      paint: { 'line-color': colour.coast, 'line-width': 1 },
    },
  ];
}

/** Names under the vessels: the waters widely spaced and quiet, cities larger than counties. */
function placeLayers(colour: Palette): LayerSpecification[] {
  const written = (kind: string): ExpressionSpecification => [
    'all',
    ['==', ['get', 'kind'], kind],
    ['>=', ['zoom'], ['get', 'from']],
  ];
  return [
    {
      id: 'waters',
      type: 'symbol',
      source: 'places',
      filter: written('sea'),
      layout: text(['match', ['get', 'rank'], 0, 15, 13], {
        'text-letter-spacing': 0.3,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 8,
      }),
      paint: { ...halo(colour.t3, colour.sea, 1), 'text-opacity': 0.85 },
    },
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      filter: written('land'),
      layout: text(['match', ['get', 'rank'], 0, 14, 12], {
        'text-letter-spacing': 0.05,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 12,
      }),
      paint: halo(['match', ['get', 'rank'], 0, colour.t1, colour.t2] as unknown as string, colour.land, 1),
    },
  ];
}

/** What a feature says by its `tone`, beside its words: colour alone says nothing. */
const toned = (colour: Palette, otherwise: ExpressionSpecification | string): ExpressionSpecification => [
  'match',
  ['coalesce', ['get', 'tone'], ''],
  'l1',
  colour.levels[0],
  'l2',
  colour.levels[1],
  'l3',
  colour.levels[2],
  'l4',
  colour.levels[3],
  'ok',
  colour.ok,
  'accent',
  colour.accent,
  otherwise,
];

function zoneLayers(colour: Palette): LayerSpecification[] {
  const toneless: ExpressionSpecification = ['==', ['coalesce', ['get', 'tone'], ''], ''];
  return [
    {
      id: 'zones',
      type: 'fill',
      source: ground.source,
      filter: part('zones'),
      paint: {
        'fill-color': toned(colour, colour.t2),
        'fill-opacity': ['case', ['get', 'chosen'], 0.14, toneless, 0.05, 0.22],
      },
    },
    {
      id: 'zones-edge',
      type: 'line',
      source: ground.source,
      filter: part('zones'),
      paint: {
        'line-color': ['case', ['get', 'chosen'], colour.accent, colour.t2],
        'line-opacity': ['case', ['get', 'active'], 0.85, 0.4],
        'line-width': ['case', ['get', 'chosen'], 2, 1.2],
      },
    },
  ];
}

/** What is wrong, or proposed, or was once: hatched, with a number or a word that nothing hides. */
function markLayers(colour: Palette): LayerSpecification[] {
  const areas: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
  return [
    {
      id: 'marks-hatch',
      type: 'fill',
      source: 'marks',
      filter: areas,
      paint: { 'fill-color': toned(colour, colour.t2), 'fill-opacity': 0.3 },
    },
    {
      id: 'marks-edge',
      type: 'line',
      source: 'marks',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': toned(colour, colour.t1), 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
  ];
}

/** What radars see, in dots; what one that is down would see, hatched in the colour of a warning with a broken edge. */
function radarLayers(colour: Palette): LayerSpecification[] {
  const reach = (down: boolean): ExpressionSpecification => ['all', part('reach'), ['==', ['get', 'down'], down]];
  return [
    {
      id: 'radar-clutter',
      type: 'fill',
      source: 'radar',
      filter: part('clutter'),
      paint: {
        'fill-color': colour.t2,
        'fill-opacity': ['interpolate', ['linear'], ['get', 'rate'], 0, 0.12, 0.5, 0.4],
        'fill-antialias': false,
      },
    },
    {
      id: 'radar-hidden',
      type: 'fill',
      source: 'radar',
      filter: part('hidden'),
      paint: { 'fill-pattern': 'radar-hidden' },
    },
    {
      id: 'radar-reach',
      type: 'line',
      source: 'radar',
      filter: reach(false),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour.t2, 'line-opacity': 0.8, 'line-width': 2.2, 'line-dasharray': [0.01, 4.5] },
    },
    {
      id: 'radar-down',
      type: 'fill',
      source: 'radar',
      filter: reach(true),
      paint: { 'fill-pattern': 'radar-down' },
    },
    {
      id: 'radar-down-edge',
      type: 'line',
      source: 'radar',
      filter: reach(true),
      paint: { 'line-color': colour.levels[1], 'line-width': 1.5, 'line-dasharray': [5, 3] },
    },
  ];
}

function trailLayers(colour: Palette): LayerSpecification[] {
  const byLevel: ExpressionSpecification = [
    'match',
    ['get', 'level'],
    1,
    colour.levels[0],
    2,
    colour.levels[1],
    3,
    colour.levels[2],
    4,
    colour.levels[3],
    colour.vessel,
  ];
  const lines: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
  const points: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
  return [
    {
      id: 'trail',
      type: 'line',
      source: 'trail',
      filter: lines,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': byLevel, 'line-width': 2 },
    },
    {
      id: 'doubt',
      type: 'line',
      source: 'doubt',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.t1, 'line-width': 1.2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'trail-steps',
      type: 'circle',
      source: 'trail',
      filter: points,
      paint: { 'circle-radius': 2.5, 'circle-color': byLevel },
    },
  ];
}

/** Names and times: read over the vessels. */
function writtenLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'zones-name',
      type: 'symbol',
      source: ground.source,
      minzoom: 8.5,
      filter: ['all', part('zones'), ['==', ['geometry-type'], 'Point']],
      layout: text(12, { 'text-anchor': 'bottom', 'text-offset': [0, -0.3], 'text-padding': 4 }),
      paint: halo(['case', ['get', 'chosen'], colour.t1, colour.t2] as unknown as string, colour.sea, 1.6),
    },
    {
      id: 'radar-stations',
      type: 'symbol',
      source: 'radar',
      filter: part('station'),
      layout: text(12, {
        'icon-image': ['case', ['get', 'down'], 'station-down', 'station'],
        'icon-allow-overlap': true,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
        'text-optional': true,
        'text-padding': 4,
      }),
      paint: halo(['case', ['get', 'down'], colour.levels[1], colour.t1] as unknown as string, colour.land, 1.6),
    },
    {
      id: 'trail-times',
      type: 'symbol',
      source: 'trail',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: text(12, { 'text-anchor': 'right', 'text-offset': [-0.8, 0], 'text-padding': 4 }),
      paint: halo(colour.t1, colour.sea, 2),
    },
  ];
}

function topLayers(colour: Palette): LayerSpecification[] {
  const levelColour: ExpressionSpecification = [
    'match',
    ['get', 'level'],
    1,
    colour.levels[0],
    2,
    colour.levels[1],
    3,
    colour.levels[2],
    4,
    colour.levels[3],
    colour.t2,
  ];
  return [
    {
      id: 'labels',
      type: 'symbol',
      source: 'labels',
      layout: text(12, {
        'text-anchor': 'left',
        'text-offset': ['case', ['>', ['get', 'level'], 0], ['literal', [2.6, -1]], ['literal', [1, 0]]],
        'text-justify': 'left',
        'text-optional': true,
        'icon-image': ['case', ['>', ['get', 'level'], 0], ['concat', 'level-', ['get', 'level']], ''],
        'icon-offset': [16, -12],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['-', 9, ['get', 'priority']],
      }),
      paint: halo(levelColour as unknown as string, colour.sea, 1.6),
    },
    ...markLayers(colour),
    {
      id: 'draft-area',
      type: 'fill',
      source: 'draft',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour.accent, 'fill-opacity': 0.14 },
    },
    {
      id: 'draft-edge',
      type: 'line',
      source: 'draft',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': colour.accent, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'draft-corners',
      type: 'circle',
      source: 'draft',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['get', 'middle'], 4, 6],
        'circle-color': ['case', ['get', 'chosen'], colour.accent, colour.ground],
        'circle-opacity': ['case', ['get', 'middle'], 0.7, 1],
        'circle-stroke-color': colour.accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'marks-text',
      type: 'symbol',
      source: 'marks',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: text(16, { 'text-allow-overlap': true, 'text-ignore-placement': true }),
      paint: halo(colour.t1, colour.ground, 2),
    },
  ];
}

/** The whole style: our own land outline and design colours, nothing from the net. The sea is what lies under the map. */
export function baseStyle(colour: Palette): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {};
  const own = contentNames.filter((name) => !ground.parts.includes(name));
  for (const name of [ground.source, ...own]) sources[name] = { type: 'geojson', data: nothing };
  return {
    version: 8,
    sources,
    layers: [
      ...areaLayers(colour),
      ...zoneLayers(colour),
      ...radarLayers(colour),
      ...placeLayers(colour),
      ...trailLayers(colour),
      ...writtenLayers(colour),
      ...topLayers(colour),
    ],
    transition: { duration: 0, delay: 0 },
  };
}
