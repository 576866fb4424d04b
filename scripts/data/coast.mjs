// Writes sense/Sense/Picture/Data/land.geojson and rings.geojson.
//
// Source: Natural Earth land, 1:10 million (public domain), from npm world-atlas 2.0.2. It is true to about a
// kilometre and draws no border. Nothing here is an official line: "示意，无审图号".
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { buffer } from '@turf/buffer'
import polygonClipping from 'polygon-clipping'
import { feature } from 'topojson-client'
import { areaOf, outputPath, pointInPolygon, ringArea, round } from './geometry.mjs'
import { halfNearerTo } from './nearer.mjs'
import { tidy } from './tidy.mjs'

const require = createRequire(import.meta.url)
const BOX = { west: 107.5, south: 17.5, east: 112.5, north: 21.8 }
const LABEL = '示意，无审图号'
const SOURCE = 'Natural Earth 1:10m land (public domain) via world-atlas 2.0.2'
const ON_HAINAN = [109.8, 19.2]
const SHORELINE_METRES = 10_000
const NEAR_SEA_METRES = 24 * 1852

const frame = [
  [
    [BOX.west, BOX.south],
    [BOX.east, BOX.south],
    [BOX.east, BOX.north],
    [BOX.west, BOX.north],
    [BOX.west, BOX.south],
  ],
]

const world = require('world-atlas/land-10m.json')
const land = tidy(
  polygonClipping.intersection(
    frame,
    ...[feature(world, world.objects.land).features.flatMap(({ geometry }) => geometry.coordinates)],
  ),
)
const hainan = land.find(polygon => pointInPolygon(ON_HAINAN, polygon))
const others = land.filter(polygon => polygon !== hainan)

const around = metres => {
  const grown = buffer({ type: 'Polygon', coordinates: hainan }, metres / 1000, { units: 'kilometers', steps: 12 })
  return [grown.geometry.coordinates]
}
// In the strait the near sea ends half-way to the other shore, whatever its breadth.
const ours = halfNearerTo(hainan, others, BOX)
// Simplified before they are cut from each other, so that neighbours keep one line between them.
const belt = tidy(polygonClipping.intersection(around(SHORELINE_METRES), ours), 50)
const limit = tidy(polygonClipping.intersection(around(NEAR_SEA_METRES), ours), 50)
const rings = [
  { ring: 'on-island', name: '岛内', nameEn: 'On the island', geometry: [hainan] },
  { ring: 'shoreline', name: '岸线', nameEn: 'Shoreline', geometry: polygonClipping.difference(belt, land) },
  { ring: 'near-sea', name: '近海', nameEn: 'Near sea', geometry: polygonClipping.difference(limit, belt, land) },
].map(({ ring, name, nameEn, geometry }) => ({
  type: 'Feature',
  properties: { ring, name, nameEn },
  geometry: { type: 'MultiPolygon', coordinates: tidy(geometry) },
}))

const collection = (properties, features) => `${JSON.stringify({ type: 'FeatureCollection', ...properties, features })}\n`
const write = (name, text) => writeFileSync(outputPath(`sense/Sense/Picture/Data/${name}`), text)
write(
  'land.geojson',
  collection(
    { label: LABEL, source: SOURCE, accuracyMetres: 1000 },
    land.map(coordinates => ({
      type: 'Feature',
      properties: coordinates === hainan ? { name: '海南岛', nameEn: 'Hainan Island' } : {},
      geometry: { type: 'Polygon', coordinates },
    })),
  ),
)
write('rings.geojson', collection({ label: LABEL, source: SOURCE, accuracyMetres: 1000 }, rings))

const points = land.flat(2).length
if (points < 600 || points > 3000) throw new Error(`land has ${points} points`)
if (land.some(polygon => ringArea(polygon[0]) <= 0)) throw new Error('an outer ring is clockwise')
console.log(`land: ${land.length} polygons, ${points} points; first ${round(hainan[0][0])}`)
for (const { properties, geometry } of rings)
  console.log(
    `${properties.ring}: ${Math.round(areaOf(geometry.coordinates) / 1e6)} km2, ${geometry.coordinates.flat(2).length} points, ${geometry.coordinates.length} parts`,
  )
