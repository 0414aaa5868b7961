/** Gathers walls, posts and roofs into one buffer, so that a whole district is one draw call. */
import { BufferAttribute, BufferGeometry, Color, Matrix4, Quaternion, Vector3 } from 'three'
import { type Paint, Surface } from './paint'
import { across, facing, type Point3, section } from './vectors'

export type { Point3 }

/** A vertex of a curved sheet: place, pattern coordinates and light. */
export type SheetPoint = readonly [
  x: number,
  y: number,
  z: number,
  u: number,
  v: number,
  shade?: number,
]

/** Sides of a box: top, bottom, and the four compass sides with south at +z. */
export type Sides = string

const UP = new Vector3(0, 1, 0)
/** Light at the foot of a wall, where less sky is seen. */
const FOOT_SHADE = 0.72

export class Builder {
  private readonly positions: number[] = []
  private readonly normals: number[] = []
  private readonly colours: number[] = []
  private readonly patterns: number[] = []
  private readonly indices: number[] = []
  private frame = new Matrix4()
  private readonly point = new Vector3()
  private readonly normal = new Vector3()
  private readonly colour = new Color()

  /** Runs `draw` with the origin moved to `at`, turned about the vertical and scaled. */
  within(at: Point3, turn: number, draw: () => void, scale = 1): void {
    const outer = this.frame
    const turned = new Quaternion().setFromAxisAngle(UP, turn)
    const local = new Matrix4().compose(
      new Vector3(...at),
      turned,
      new Vector3(scale, scale, scale),
    )
    this.frame = outer.clone().multiply(local)
    draw()
    this.frame = outer
  }

  /** Where a point of the present frame is in the town. */
  place(at: Point3): Point3 {
    const { x, y, z } = this.point.set(...at).applyMatrix4(this.frame)
    return [x, y, z]
  }

  get vertices(): number {
    return this.positions.length / 3
  }

  /** One corner; returns its number. The pattern runs in metres. */
  vertex(
    at: Point3,
    normal: Point3,
    paint: Paint,
    uv: readonly [number, number],
    shade: number,
  ): number {
    const { x, y, z } = this.point.set(...at).applyMatrix4(this.frame)
    const n = this.normal.set(...normal).transformDirection(this.frame)
    const { r, g, b } = this.colour.setHex(paint.colour)
    this.positions.push(x, y, z)
    this.normals.push(n.x, n.y, n.z)
    this.colours.push(r, g, b, shade)
    this.patterns.push(uv[0], uv[1], paint.surface ?? Surface.plain)
    return this.vertices - 1
  }

  triangle(a: number, b: number, c: number): void {
    this.indices.push(a, b, c)
  }

  /** Four corners counter-clockwise as seen from outside; the pattern's u runs from a to b, v from a to d. */
  quad(a: Point3, b: Point3, c: Point3, d: Point3, paint: Paint, u0 = 0): void {
    const normal = facing(a, b, c, d)
    const width = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])
    const height = Math.hypot(d[0] - a[0], d[1] - a[1], d[2] - a[2])
    const { shade = 1 } = paint
    const light = (k: 0 | 1 | 2 | 3): number => (typeof shade === 'number' ? shade : shade[k])
    const first = this.vertex(a, normal, paint, [u0, 0], light(0))
    this.vertex(b, normal, paint, [u0 + width, 0], light(1))
    this.vertex(c, normal, paint, [u0 + width, height], light(2))
    this.vertex(d, normal, paint, [u0, height], light(3))
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }

  /** An upright rectangle facing +z, from (x0, y0) to (x1, y1). */
  panel(
    [x0, x1]: readonly [number, number],
    [y0, y1]: readonly [number, number],
    z: number,
    paint: Paint,
  ): void {
    this.quad([x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z], paint)
  }

  /** A box standing on `foot` (the middle of its base), `size` = width, height, depth; `taper` narrows its top. */
  box(
    [cx, y0, cz]: Point3,
    [w, h, d]: Point3,
    paint: Paint,
    { sides = 'tnsew', taper = 0 }: { sides?: Sides; taper?: number } = {},
  ): void {
    const [x0, x1, z0, z1, y1, t] = [cx - w / 2, cx + w / 2, cz - d / 2, cz + d / 2, y0 + h, taper]
    const wall: Paint =
      paint.shade === undefined ? { ...paint, shade: [FOOT_SHADE, FOOT_SHADE, 1, 1] } : paint
    const lid: Paint = typeof paint.shade === 'number' ? paint : { ...paint, shade: 1 }
    for (const side of sides)
      switch (side) {
        case 's':
          this.quad([x0, y0, z1], [x1, y0, z1], [x1 - t, y1, z1 - t], [x0 + t, y1, z1 - t], wall)
          break
        case 'n':
          this.quad([x1, y0, z0], [x0, y0, z0], [x0 + t, y1, z0 + t], [x1 - t, y1, z0 + t], wall)
          break
        case 'e':
          this.quad([x1, y0, z1], [x1, y0, z0], [x1 - t, y1, z0 + t], [x1 - t, y1, z1 - t], wall)
          break
        case 'w':
          this.quad([x0, y0, z0], [x0, y0, z1], [x0 + t, y1, z1 - t], [x0 + t, y1, z0 + t], wall)
          break
        case 't':
          this.quad(
            [x0 + t, y1, z1 - t],
            [x1 - t, y1, z1 - t],
            [x1 - t, y1, z0 + t],
            [x0 + t, y1, z0 + t],
            lid,
          )
          break
        default:
          this.quad([x0, y0, z0], [x1, y0, z0], [x1, y0, z1], [x0, y0, z1], {
            ...paint,
            shade: 0.5,
          })
      }
  }

  /** A round post from `foot`, `radii` below and above. */
  post(
    [cx, y0, cz]: Point3,
    [below, above]: readonly [number, number],
    height: number,
    paint: Paint,
    {
      segments = 8,
      cap = false,
      foot = 0.7,
    }: { segments?: number; cap?: boolean; foot?: number } = {},
  ): void {
    const slope = (below - above) / height
    const length = Math.hypot(1, slope)
    const first = this.vertices
    for (let i = 0; i <= segments; i += 1) {
      const angle = (i / segments) * Math.PI * 2
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      const normal: Point3 = [c / length, slope / length, s / length]
      const u = (angle * (below + above)) / 2
      this.vertex([cx + c * below, y0, cz + s * below], normal, paint, [u, 0], foot)
      this.vertex([cx + c * above, y0 + height, cz + s * above], normal, paint, [u, height], 1)
    }
    for (let i = 0; i < segments; i += 1) {
      const k = first + i * 2
      this.indices.push(k, k + 1, k + 2, k + 2, k + 1, k + 3)
    }
    if (cap) this.disc([cx, y0 + height, cz], above, paint, segments)
  }

  private disc(at: Point3, radius: number, paint: Paint, segments: number): void {
    const middle = this.vertex(at, [0, 1, 0], paint, [0, 0], 1)
    for (let i = 0; i <= segments; i += 1) {
      const angle = (i / segments) * Math.PI * 2
      const [dx, dz] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
      this.vertex([at[0] + dx, at[1], at[2] + dz], [0, 1, 0], paint, [dx, dz], 1)
    }
    for (let i = 0; i < segments; i += 1) this.indices.push(middle, middle + i + 2, middle + i + 1)
  }

  /** A smooth sheet of `columns` by `rows` cells; `shape` gives each vertex for u and v from 0 to 1. */
  sheet(
    columns: number,
    rows: number,
    paint: Paint,
    shape: (u: number, v: number) => SheetPoint,
    flip = false,
  ): void {
    const points: SheetPoint[] = []
    for (let j = 0; j <= rows; j += 1)
      for (let i = 0; i <= columns; i += 1) points.push(shape(i / columns, j / rows))
    const at = (i: number, j: number): SheetPoint => {
      const row = Math.min(rows, Math.max(0, j))
      const column = Math.min(columns, Math.max(0, i))
      return points[row * (columns + 1) + column] ?? [0, 0, 0, 0, 0]
    }
    const first = this.vertices
    for (let j = 0; j <= rows; j += 1)
      for (let i = 0; i <= columns; i += 1) {
        const [x, y, z, u, v, shade = 1] = at(i, j)
        const normal = across(at(i - 1, j), at(i + 1, j), at(i, j - 1), at(i, j + 1), flip)
        this.vertex([x, y, z], normal, paint, [u, v], shade)
      }
    for (let j = 0; j < rows; j += 1)
      for (let i = 0; i < columns; i += 1) {
        const k = first + j * (columns + 1) + i
        const below = k + columns + 1
        if (flip) this.indices.push(k, below, k + 1, k + 1, below, below + 1)
        else this.indices.push(k, k + 1, below, k + 1, below + 1, below)
      }
  }

  /** A beam along a line: `size` = width and height of its section, `top` its width above. */
  beam(
    line: readonly Point3[],
    size: readonly [number, number],
    paint: Paint,
    top = size[0],
  ): void {
    const rings = line.map((_, i) => section(line, i, size, top))
    const wall: Paint = paint.shade === undefined ? { ...paint, shade: [0.75, 0.75, 1, 1] } : paint
    let run = 0
    for (let i = 0; i + 1 < rings.length; i += 1) {
      const [a, b, p, q] = [rings[i], rings[i + 1], line[i], line[i + 1]]
      if (!a || !b || !p || !q) continue
      this.quad(a[1], b[1], b[2], a[2], wall, run)
      this.quad(b[0], a[0], a[3], b[3], wall, run)
      this.quad(a[3], a[2], b[2], b[3], paint)
      this.quad(a[0], b[0], b[1], a[1], { ...paint, shade: 0.55 })
      run += Math.hypot(q[0] - p[0], q[2] - p[2])
    }
    const [start, end] = [rings[0], rings.at(-1)]
    if (start) this.quad(start[0], start[1], start[2], start[3], paint)
    if (end) this.quad(end[1], end[0], end[3], end[2], paint)
  }

  /** A ball, a little darker below. */
  ball([cx, cy, cz]: Point3, radius: number, paint: Paint): void {
    this.sheet(
      10,
      7,
      paint,
      (u, v) => {
        const [a, b] = [u * 2 * Math.PI, (v - 0.5) * Math.PI]
        const ring = radius * Math.cos(b)
        return [
          cx + ring * Math.cos(a),
          cy + radius * Math.sin(b),
          cz + ring * Math.sin(a),
          u * 2,
          v,
          0.75 + 0.25 * v,
        ]
      },
      true,
    )
  }

  /** The buffer; colours are stored as square roots, because dark wood bands otherwise. */
  build(): BufferGeometry {
    const count = this.vertices
    const normals = new Int8Array(count * 4)
    const colours = new Uint8Array(count * 4)
    for (let i = 0; i < count; i += 1) {
      for (let k = 0; k < 3; k += 1) {
        normals[i * 4 + k] = Math.round((this.normals[i * 3 + k] ?? 0) * 127)
        colours[i * 4 + k] = Math.round(Math.sqrt(Math.min(1, this.colours[i * 4 + k] ?? 0)) * 255)
      }
      colours[i * 4 + 3] = Math.round(Math.min(1, this.colours[i * 4 + 3] ?? 1) * 255)
    }
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.positions), 3))
    geometry.setAttribute('normal', new BufferAttribute(normals, 4, true))
    geometry.setAttribute('aColour', new BufferAttribute(colours, 4, true))
    geometry.setAttribute('aPattern', new BufferAttribute(new Float32Array(this.patterns), 3))
    const index = count > 65535 ? new Uint32Array(this.indices) : new Uint16Array(this.indices)
    geometry.setIndex(new BufferAttribute(index, 1))
    geometry.computeBoundingSphere()
    return geometry
  }
}
