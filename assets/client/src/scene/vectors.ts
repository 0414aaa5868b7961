/** Points and normals of the builder: sections of beams, normals of quads and sheets. */

export type Point3 = readonly [x: number, y: number, z: number]

type Ring = readonly [Point3, Point3, Point3, Point3]

/** The four corners of a beam's section at one of its points. */
export function section(
  line: readonly Point3[],
  i: number,
  [width, height]: readonly [number, number],
  top: number,
): Ring {
  const [p, before, after] = [
    line[i],
    line[Math.max(0, i - 1)],
    line[Math.min(line.length - 1, i + 1)],
  ]
  if (!p || !before || !after) throw new RangeError('a beam needs points')
  const [dx, dz] = [after[0] - before[0], after[2] - before[2]]
  const length = Math.hypot(dx, dz) || 1
  const [sx, sz] = [-dz / length / 2, dx / length / 2]
  return [
    [p[0] - sx * width, p[1], p[2] - sz * width],
    [p[0] + sx * width, p[1], p[2] + sz * width],
    [p[0] + sx * top, p[1] + height, p[2] + sz * top],
    [p[0] - sx * top, p[1] + height, p[2] - sz * top],
  ]
}

const minus = (a: Point3, b: Point3): Point3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]

function cross(a: Point3, b: Point3): Point3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function unit([x, y, z]: Point3, sign = 1): Point3 {
  const length = (Math.hypot(x, y, z) || 1) * sign
  return [x / length, y / length, z / length]
}

/** The normal of a quad; when two of its corners coincide, the other side tells. */
export function facing(a: Point3, b: Point3, c: Point3, d: Point3): Point3 {
  const normal = cross(minus(b, a), minus(d, a))
  return unit(Math.hypot(...normal) > 1e-5 ? normal : cross(minus(b, a), minus(c, b)))
}

type Corner = readonly [number, number, number, ...unknown[]]

/** The normal of a sheet between its four neighbours. */
export function across(
  west: Corner,
  east: Corner,
  north: Corner,
  south: Corner,
  flip: boolean,
): Point3 {
  const u: Point3 = [east[0] - west[0], east[1] - west[1], east[2] - west[2]]
  const v: Point3 = [south[0] - north[0], south[1] - north[1], south[2] - north[2]]
  return unit(cross(u, v), flip ? -1 : 1)
}
