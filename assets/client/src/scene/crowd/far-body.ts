/** The avatar's body in outline, for those far away. */
import type { InstancedBufferGeometry } from 'three'
import { Clay, Dye, Limb, Shown } from './clay'

/** The body seen from afar: the same figure in some hundred and fifty triangles. */
export function farBody(): InstancedBufferGeometry {
  const clay = new Clay()
  const [round, limb] = [5, 3]
  for (const [x, side] of [
    [-0.085, Limb.leftLeg],
    [0.085, Limb.rightLeg],
  ] as const) {
    clay.turn([0, 0.06, 0.08, 0, 0.74, 0.088, 0.095, 0], {
      limb: side,
      dye: Dye.bottom,
      shown: Shown.trousers,
      x,
      segments: limb,
    })
    clay.turn([0, 0.055, 0.07, 0, 0.5, 0.06, 0.06, 0], {
      limb: side,
      dye: Dye.skin,
      shown: Shown.bareLegs,
      x,
      segments: limb,
    })
  }
  const body = { limb: Limb.body, segments: round } as const
  clay.turn([0.12, 0.17, 0.15, 0, 0.78, 0.155, 0.12, 0], {
    ...body,
    dye: Dye.top,
    shown: Shown.yukata,
  })
  clay.turn([0.42, 0.2, 0.19, 0, 0.8, 0.15, 0.118, 0], {
    ...body,
    dye: Dye.bottom,
    shown: Shown.skirt,
  })
  clay.turn([0.7, 0.15, 0.115, 0, 1.1, 0.165, 0.115, 0, 1.23, 0.05, 0.05, 0], {
    ...body,
    dye: Dye.top,
  })
  for (const [x, side] of [
    [-0.2, Limb.leftArm],
    [0.2, Limb.rightArm],
  ] as const)
    clay.turn([0.74, 0.05, 0.055, 0, 1.16, 0.05, 0.05, 0], {
      limb: side,
      dye: Dye.top,
      x,
      segments: 3,
    })
  const part = { limb: Limb.head, segments: round } as const
  clay.turn([1.25, 0.05, 0.05, 0, 1.42, 0.15, 0.148, 0, 1.6, 0.06, 0.06, 0], {
    ...part,
    dye: Dye.skin,
  })
  for (const [shown, foot] of [
    [Shown.shortHair, 1.44],
    [Shown.bob, 1.34],
    [Shown.bun, 1.44],
    [Shown.longHair, 1.2],
  ] as const)
    clay.turn([foot, 0.166, 0.16, -0.03, 1.66, 0.04, 0.04, -0.01], {
      ...part,
      dye: Dye.hair,
      shown,
    })
  clay.turn([1.5, 0.32, 0.32, 0, 1.71, 0.02, 0.02, 0], {
    ...part,
    dye: Dye.straw,
    shown: Shown.strawHat,
  })
  clay.turn([1.5, 0.17, 0.165, 0, 1.67, 0.02, 0.02, 0], {
    ...part,
    dye: Dye.accent,
    shown: Shown.cap,
  })
  return clay.build()
}
