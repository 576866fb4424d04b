import { Delaunay } from 'd3-delaunay'
import polygonClipping from 'polygon-clipping'
import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { densify, fromPlane, toPlane } from './geometry.mjs'

const STEP_METRES = 600

/**
 * Splits a box by nearest coast point: each `coasts` entry is a list of [longitude, latitude] points with a name;
 * the answer maps each name to the MultiPolygon of all places nearer to its points than to any other's. Neighbours
 * share their edges exactly, for both are cut from one topology.
 */
export function splitByNearest(coasts, box, simplify = value => value) {
  const sites = coasts.flatMap(({ name, points }) => points.map(point => ({ name, at: toPlane(point) })))
  const [west, south] = toPlane([box.west, box.south])
  const [east, north] = toPlane([box.east, box.north])
  const voronoi = Delaunay.from(sites, s => s.at[0], s => s.at[1]).voronoi([west, south, east, north])
  const cells = sites.map(({ name }, index) => {
    const cell = voronoi.cellPolygon(index)
    return { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [cell.map(fromPlane)] } }
  })
  const joined = simplify(topology({ cells: { type: 'FeatureCollection', features: cells } }, 1e7))
  const parts = new Map(coasts.map(({ name }) => [name, []]))
  for (const geometry of joined.objects.cells.geometries) parts.get(geometry.properties.name).push(geometry)
  return new Map([...parts].map(([name, geometries]) => [name, merge(joined, geometries).coordinates]))
}

/** All of `box` that is nearer to `polygon`'s shore (or on it) than to any of `others`. */
export function halfNearerTo(polygon, others, box) {
  const coast = polygons => polygons.flatMap(rings => rings.flatMap(ring => densify(ring, STEP_METRES)))
  const halves = splitByNearest(
    [
      { name: 'ours', points: coast([polygon]) },
      { name: 'others', points: coast(others) },
    ],
    box,
  )
  return polygonClipping.difference(polygonClipping.union(halves.get('ours'), [polygon]), others)
}
