// Writes serve/Serve/Seeding/Data/counties.json: outlines of Hainan's cities and counties, from which `admin seed`
// makes up townships, villages and grids by subdivision.
//
// Source: npm echarts 4.9.0 (Apache-2.0). These are coarse drawings, true to a kilometre or two and no official
// boundaries; all that is made from them is marked synthetic. Sansha (4603) is left out: no polygon is made up at sea.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { decodeEchartsRing, outputPath } from './geometry.mjs'

const require = createRequire(import.meta.url)
const map = JSON.parse(readFileSync(require.resolve('echarts/map/json/province/hainan.json'), 'utf8'))
const SANSHA = '460300'
const round = ([longitude, latitude]) => [Number(longitude.toFixed(4)), Number(latitude.toFixed(4))]
const ring = (text, offset) => decodeEchartsRing(text, offset).map(round)

// 460100 is the prefecture 4601; 469001 is a county of its own.
const pathOf = id => (id.endsWith('00') ? id.slice(0, 4) : id)

const features = map.features
  .filter(({ id }) => id !== SANSHA)
  .map(({ id, geometry }) => ({
    path: pathOf(id),
    polygons:
      geometry.type === 'Polygon'
        ? [geometry.coordinates.map((text, i) => ring(text, geometry.encodeOffsets[i]))]
        : geometry.coordinates.map((rings, p) => rings.map((text, i) => ring(text, geometry.encodeOffsets[p][i]))),
  }))
  .sort((a, b) => (a.path < b.path ? -1 : 1))

writeFileSync(outputPath('serve/Serve/Seeding/Data/counties.json'), `${JSON.stringify({ outlines: features })}\n`)
