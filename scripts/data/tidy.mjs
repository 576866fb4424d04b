import { ringArea, round, toPlane } from './geometry.mjs'

/** Drops a ring's vertices that stand less than `metres` from the line between their kept neighbours. */
function simplifyRing(ring, metres) {
  const plane = ring.map(toPlane)
  const keep = new Uint8Array(ring.length)
  const farthest = Math.floor(ring.length / 2)
  for (const index of [0, farthest, ring.length - 1]) keep[index] = 1
  const open = [
    [0, farthest],
    [farthest, ring.length - 1],
  ]
  while (open.length) {
    const [from, to] = open.pop()
    const [ax, ay] = plane[from]
    const [dx, dy] = [plane[to][0] - ax, plane[to][1] - ay]
    const length = Math.hypot(dx, dy) || 1
    let [worst, at] = [metres, -1]
    for (let i = from + 1; i < to; i++) {
      const away = Math.abs((plane[i][0] - ax) * dy - (plane[i][1] - ay) * dx) / length
      if (away > worst) [worst, at] = [away, i]
    }
    if (at < 0) continue
    keep[at] = 1
    open.push([from, at], [at, to])
  }
  return ring.filter((_, index) => keep[index])
}

/**
 * A MultiPolygon as GeoJSON wants it: five decimals, no repeated points, outer rings counter-clockwise, holes
 * clockwise, scraps under a tenth of a square kilometre dropped, largest polygon first.
 */
export function tidy(multiPolygon, simplifyMetres = 0) {
  const squareMetres = ring => Math.abs(ringArea(ring.map(toPlane)))
  return multiPolygon
    .map(polygon =>
      polygon
        .map((ring, index) => {
          const simple = simplifyMetres ? simplifyRing(ring, simplifyMetres) : ring
          const rounded = simple.map(round)
          const distinct = rounded.filter((p, i) => i === 0 || p[0] !== rounded[i - 1][0] || p[1] !== rounded[i - 1][1])
          return ringArea(distinct) > 0 === (index === 0) ? distinct : distinct.reverse()
        })
        .filter(ring => ring.length >= 4 && squareMetres(ring) > 1e5),
    )
    .filter(polygon => polygon.length)
    .sort((a, b) => squareMetres(b[0]) - squareMetres(a[0]))
}
