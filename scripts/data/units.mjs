// Writes kernel/Kernel/Units/Data/demonstration-units.json: invented organisations, so that a newcomer sees alerts
// routed. Every name, place and sector is synthetic and says so.
//
// Sea sectors: the coast is cut half-way (along the shore) between neighbouring stations; a sector is the sea nearer
// to its stretch of coast than to any other, out to the near-sea limit, with three kilometres of land, because the
// outline is true to a kilometre only and a boat that lands must not fall between sea and shore.
import { readFileSync, writeFileSync } from 'node:fs'
import { buffer } from '@turf/buffer'
import polygonClipping from 'polygon-clipping'
import { presimplify, simplify } from 'topojson-simplify'
import { CENTRES, COUNTIES, OTHERS, STATIONS } from './demonstration.mjs'
import { areaOf, densify, nearestOnRing, outputPath, pointInMulti, ringArea, toPlane } from './geometry.mjs'
import { splitByNearest } from './nearer.mjs'
import { tidy } from './tidy.mjs'

const BOX = { west: 107.5, south: 17.2, east: 112.5, north: 21.8 }
const INLAND_KILOMETRES = 3
const read = path => JSON.parse(readFileSync(outputPath(path), 'utf8'))
const areas = readFileSync(outputPath('kernel/Kernel/Areas/Data/hainan.csv'), 'utf8')
  .split('\n')
  .slice(1, -1)
  .map(line => line.split(','))

function townshipCode(countyCode, name) {
  const row = areas.find(([code, , full]) => code.length === 9 && code.startsWith(countyCode) && full === name)
  if (!row) throw new Error(`no township ${name} in ${countyCode}`)
  return row[0]
}

const rings = Object.fromEntries(
  read('sense/Sense/Picture/Data/rings.geojson').features.map(f => [f.properties.ring, f.geometry.coordinates]),
)
const island = rings['on-island']
const coast = island[0][0]

/** The strip that the stations share: the sea of both rings and three kilometres of land. */
function strip() {
  const core = buffer({ type: 'Polygon', coordinates: island[0] }, -INLAND_KILOMETRES, { steps: 8 }).geometry
  const inland = core.type === 'Polygon' ? [core.coordinates] : core.coordinates
  const shore = polygonClipping.difference(island, inland)
  return polygonClipping.union(rings.shoreline, rings['near-sea'], shore)
}

/**
 * Each station's stretch of coast points, cut half-way along the shore to its neighbours. The way along the shore is
 * measured on a line four kilometres out, which passes by the mouths of inlets: a boat does not follow their banks.
 */
function stretches() {
  const planeCoast = coast.map(toPlane)
  const offshore = buffer({ type: 'Polygon', coordinates: island[0] }, 4, { steps: 8 }).geometry.coordinates[0]
  const way = offshore.map(toPlane)
  const placed = STATIONS.map(station => {
    const at = toPlane(station.at)
    const { distance } = nearestOnRing(at, planeCoast)
    if (distance > 6000) throw new Error(`${station.name} is ${Math.round(distance)} m from the coast`)
    return { station, along: nearestOnRing(at, way).along }
  })
  const points = new Map(STATIONS.map(station => [station.key, []]))
  for (const point of densify(coast, 400)) {
    const here = nearestOnRing(toPlane(point), way)
    const apart = ({ along }) => Math.min(Math.abs(along - here.along), here.length - Math.abs(along - here.along))
    const nearest = placed.reduce((best, next) => (apart(next) < apart(best) ? next : best))
    points.get(nearest.station.key).push(point)
  }
  return [...points].map(([name, list]) => ({ name, points: list }))
}

function sectors() {
  // Straightens the saw-teeth between neighbours (area under 2 km², on shared arcs, so no gap can open).
  const smooth = topology => simplify(presimplify(topology), 2 / 111.195 ** 2)
  const whole = strip()
  const cut = new Map()
  for (const [key, cells] of splitByNearest(stretches(), BOX, smooth))
    cut.set(key, tidy(polygonClipping.intersection(cells, whole)))
  return { whole, cut }
}

const GEOMETRY = coordinates =>
  coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] }
    : { type: 'MultiPolygon', coordinates }

const { whole, cut } = sectors()
const policeOf = county => `${county}-police`
const units = [
  ...CENTRES,
  ...COUNTIES.flatMap(({ key, code, name, nameEn, at }) => [
    {
      key: `${key}-centre`,
      department: 'governance-centre',
      name: `${name}综治中心`,
      nameEn: `${nameEn} Governance Centre`,
      areaCode: code,
      parent: 'hainan-centre',
      areas: [code],
      at,
    },
    {
      key: policeOf(key),
      department: 'police',
      name: `${name}公安局海岸警察支队`,
      nameEn: `${nameEn} Coastal Police`,
      areaCode: code,
      parent: 'hainan-coastal-police',
      areas: [code],
      at,
    },
  ]),
  ...STATIONS.map(({ key, county, township, name, nameEn, at }) => {
    const code = COUNTIES.find(c => c.key === county).code
    const areaCode = township ? townshipCode(township.under ?? code, township.name ?? township) : code
    return {
      key,
      department: 'police',
      name: `${name}海岸派出所`,
      nameEn: `${nameEn} Coastal Police Station`,
      areaCode,
      parent: policeOf(county),
      areas: township ? [areaCode] : [],
      sector: GEOMETRY(cut.get(key)),
      at,
    }
  }),
  ...OTHERS,
].map(({ key, department, name, nameEn, areaCode, parent, areas: served, sector, at }) => ({
  key,
  department,
  name: `${name}（演示）`,
  nameEn: `${nameEn} (demonstration)`,
  areaCode,
  parent: parent ?? null,
  position: { latitude: at[1], longitude: at[0] },
  jurisdiction: { areas: served ?? [], geometry: sector ?? null },
  synthetic: true,
}))

function check() {
  const known = new Set(areas.map(([code]) => code))
  const keys = new Set(units.map(unit => unit.key))
  if (keys.size !== units.length) throw new Error('a key occurs twice')
  for (const unit of units) {
    if (!known.has(unit.areaCode)) throw new Error(`${unit.key}: unknown area ${unit.areaCode}`)
    if (unit.parent && !keys.has(unit.parent)) throw new Error(`${unit.key}: unknown parent ${unit.parent}`)
  }
  const sum = [...cut.values()].reduce((total, sector) => total + areaOf(sector), 0)
  const lost = Math.abs(sum - areaOf(whole)) / 1e6
  if (lost > 5) throw new Error(`sectors and strip differ by ${lost.toFixed(1)} km2`)
  for (const [longitude, latitude] of [[110.08, 19.99], [110.07, 20.0], [110.1, 20.02]])
    if (!pointInMulti([longitude, latitude], cut.get('dongshui-station'))) throw new Error('Dongshui is elsewhere')
  for (const [key, sector] of cut) {
    const km2 = Math.round(areaOf(sector) / 1e6)
    if (ringArea(sector[0][0]) <= 0 || km2 < 50) throw new Error(`${key}: odd sector`)
    console.log(`  ${key}: ${km2} km2, ${sector.flat(2).length} points, ${sector.length} parts`)
  }
}

check()
const lines = units.map(unit => `    ${JSON.stringify(unit)}`).join(',\n')
writeFileSync(
  outputPath('kernel/Kernel/Units/Data/demonstration-units.json'),
  `{\n  "label": "演示数据，机构与海区均为虚构",\n  "synthetic": true,\n  "units": [\n${lines}\n  ]\n}\n`,
)
console.log(`units: ${units.length}, of them ${cut.size} with a sea sector`)
