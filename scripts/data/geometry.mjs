// Small geometry shared by the generators: a local metric plane, rings, rounding.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const outputPath = path => resolve(ROOT, path)

const METRES_PER_DEGREE = 111_195
const MIDDLE = { latitude: 19.2, longitude: 109.8 }
const COSINE = Math.cos((MIDDLE.latitude * Math.PI) / 180)

/** [longitude, latitude] in degrees → [east, north] in metres; scale error under 1.5 % within 250 km of Hainan. */
export const toPlane = ([longitude, latitude]) => [
  (longitude - MIDDLE.longitude) * COSINE * METRES_PER_DEGREE,
  (latitude - MIDDLE.latitude) * METRES_PER_DEGREE,
]

export const fromPlane = ([east, north]) => [
  east / (COSINE * METRES_PER_DEGREE) + MIDDLE.longitude,
  north / METRES_PER_DEGREE + MIDDLE.latitude,
]

/** Five decimals, about a metre. */
export const round = ([longitude, latitude]) => [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))]

/** Great-circle distance on a sphere, metres. */
export function distance([lon1, lat1], [lon2, lat2]) {
  const rad = Math.PI / 180
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h))
}

/** Signed area of a closed ring in the units of its coordinates squared; positive when counter-clockwise. */
export function ringArea(ring) {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
  return sum / 2
}

/** Square metres of a MultiPolygon's coordinates, holes taken off. */
export function areaOf(multiPolygon) {
  let sum = 0
  for (const polygon of multiPolygon)
    polygon.forEach((ring, index) => {
      const area = Math.abs(ringArea(ring.map(toPlane)))
      sum += index === 0 ? area : -area
    })
  return sum
}

export function ringCentroid(ring) {
  let [x, y, twice] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
    x += (ring[i][0] + ring[i + 1][0]) * cross
    y += (ring[i][1] + ring[i + 1][1]) * cross
    twice += cross
  }
  return { longitude: x / (3 * twice), latitude: y / (3 * twice), area: Math.abs(twice / 2) }
}

/** echarts packs a ring as zigzag deltas of 1/1024 degree in UTF-16 code units. */
export function decodeEchartsRing(text, [offsetX, offsetY]) {
  const zigzag = value => (value >> 1) ^ -(value & 1)
  let [x, y] = [offsetX, offsetY]
  const ring = []
  for (let i = 0; i < text.length; i += 2) {
    x += zigzag(text.charCodeAt(i) - 64)
    y += zigzag(text.charCodeAt(i + 1) - 64)
    ring.push([x / 1024, y / 1024])
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first)
  return ring
}

export function pointInRing([x, y], ring) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]
    const [xj, yj] = ring[j]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

export const pointInPolygon = (point, polygon) =>
  pointInRing(point, polygon[0]) && !polygon.slice(1).some(hole => pointInRing(point, hole))

export const pointInMulti = (point, multi) => multi.some(polygon => pointInPolygon(point, polygon))

/** Points along a closed ring no further apart than `step` metres, corners kept. */
export function densify(ring, step) {
  const points = []
  for (let i = 0; i + 1 < ring.length; i++) {
    const parts = Math.max(1, Math.ceil(distance(ring[i], ring[i + 1]) / step))
    for (let k = 0; k < parts; k++)
      points.push([0, 1].map(axis => ring[i][axis] + ((ring[i + 1][axis] - ring[i][axis]) * k) / parts))
  }
  return points
}

/** Distance from a plane point to a closed plane ring's nearest edge, and how far along the ring (metres) that is. */
export function nearestOnRing([px, py], planeRing) {
  let best = { distance: Infinity, along: 0 }
  let travelled = 0
  for (let i = 0; i + 1 < planeRing.length; i++) {
    const [ax, ay] = planeRing[i]
    const [dx, dy] = [planeRing[i + 1][0] - ax, planeRing[i + 1][1] - ay]
    const length = Math.hypot(dx, dy)
    const t = length ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length ** 2)) : 0
    const away = Math.hypot(px - ax - t * dx, py - ay - t * dy)
    if (away < best.distance) best = { distance: away, along: travelled + t * length, length: 0 }
    travelled += length
  }
  return { ...best, length: travelled }
}
