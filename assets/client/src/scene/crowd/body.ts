/** The avatar's body in full, for those near: face, collar, round limbs. */
import type { InstancedBufferGeometry } from 'three'
import { Clay, Dye, Limb, Shown } from './clay'

/** The body seen from near: faces, collars, round limbs. */
export function nearBody(): InstancedBufferGeometry {
  const clay = new Clay()
  const [round, limb] = [10, 7]
  for (const [x, side] of [
    [-0.085, Limb.leftLeg],
    [0.085, Limb.rightLeg],
  ] as const) {
    clay.turn([0.06, 0.055, 0.06, 0, 0.4, 0.068, 0.075, 0, 0.74, 0.088, 0.095, 0], {
      limb: side,
      dye: Dye.bottom,
      shown: Shown.trousers,
      x,
      segments: limb,
    })
    clay.turn([0.07, 0.045, 0.045, 0, 0.5, 0.06, 0.06, 0], {
      limb: side,
      dye: Dye.skin,
      shown: Shown.bareLegs,
      x,
      segments: limb,
    })
    clay.turn([0, 0.06, 0.11, 0.035, 0.06, 0.062, 0.105, 0.03, 0.1, 0.04, 0.05, 0], {
      limb: side,
      dye: Dye.dark,
      x,
      segments: limb,
    })
  }
  clothes(clay, round)
  arms(clay, limb)
  head(clay, round)
  face(clay)
  return clay.build()
}

function clothes(clay: Clay, segments: number): void {
  const body = { limb: Limb.body, segments } as const
  clay.turn([0.12, 0.17, 0.15, 0, 0.45, 0.165, 0.145, 0, 0.78, 0.155, 0.12, 0], {
    ...body,
    dye: Dye.top,
    shown: Shown.yukata,
  })
  clay.turn([0.42, 0.2, 0.19, 0, 0.62, 0.175, 0.155, 0, 0.8, 0.15, 0.118, 0], {
    ...body,
    dye: Dye.bottom,
    shown: Shown.skirt,
  })
  clay.turn([0.56, 0.19, 0.155, 0, 0.7, 0.178, 0.142, 0, 0.84, 0.165, 0.13, 0], {
    ...body,
    dye: Dye.top,
    shown: Shown.happi,
  })
  clay.turn([0.56, 0.192, 0.157, 0, 0.63, 0.187, 0.151, 0], {
    ...body,
    dye: Dye.accent,
    shown: Shown.happi,
  })
  clay.turn(
    [
      0.7, 0.15, 0.115, 0, 0.82, 0.148, 0.112, 0, 1, 0.158, 0.118, 0, 1.12, 0.165, 0.112, 0, 1.19,
      0.12, 0.09, 0, 1.23, 0.05, 0.05, 0,
    ],
    { ...body, dye: Dye.top },
  )
  // The obi of a yukata and the sash of a happi.
  clay.turn([0.8, 0.155, 0.12, 0, 0.92, 0.158, 0.124, 0], {
    ...body,
    dye: Dye.accent,
    shown: Shown.wideSleeves,
  })
  clay.turn([1.19, 0.055, 0.05, 0, 1.3, 0.05, 0.05, 0], {
    limb: Limb.body,
    dye: Dye.skin,
    segments: 6,
  })
  for (const side of [-1, 1]) {
    const collar = [
      [side * 0.02, 0.92, 0.126],
      [side * 0.055, 0.92, 0.124],
      [side * 0.085, 1.17, 0.095],
      [side * 0.045, 1.2, 0.085],
    ] as const
    clay.patch(side > 0 ? collar : [...collar].reverse(), {
      limb: Limb.body,
      dye: Dye.white,
      shown: Shown.wideSleeves,
    })
  }
}

function arms(clay: Clay, segments: number): void {
  for (const [x, limb] of [
    [-0.2, Limb.leftArm],
    [0.2, Limb.rightArm],
  ] as const) {
    clay.turn([0.84, 0.078, 0.1, 0, 1, 0.068, 0.074, 0, 1.12, 0.06, 0.06, 0, 1.17, 0.03, 0.03, 0], {
      limb,
      dye: Dye.top,
      shown: Shown.wideSleeves,
      x,
      segments,
    })
    clay.turn(
      [0.86, 0.044, 0.048, 0, 1, 0.05, 0.054, 0, 1.12, 0.056, 0.056, 0, 1.17, 0.03, 0.03, 0],
      { limb, dye: Dye.top, shown: Shown.plainSleeves, x, segments },
    )
    clay.turn(
      [0.72, 0.02, 0.03, 0, 0.74, 0.038, 0.042, 0, 0.8, 0.036, 0.036, 0, 0.88, 0.036, 0.036, 0],
      { limb, dye: Dye.skin, x, segments: 6 },
    )
  }
}

function head(clay: Clay, segments: number): void {
  const part = { limb: Limb.head, segments } as const
  clay.turn(
    [
      1.27, 0.03, 0.03, 0, 1.3, 0.095, 0.1, 0, 1.36, 0.138, 0.14, 0, 1.45, 0.152, 0.15, 0, 1.54,
      0.135, 0.135, 0, 1.6, 0.085, 0.085, 0, 1.625, 0.01, 0.01, 0,
    ],
    { ...part, dye: Dye.skin },
  )
  const hair = { ...part, dye: Dye.hair } as const
  clay.turn(
    [
      1.43, 0.162, 0.158, -0.012, 1.53, 0.15, 0.148, -0.01, 1.6, 0.105, 0.105, -0.01, 1.65, 0.01,
      0.01, -0.01,
    ],
    { ...hair, shown: Shown.shortHair },
  )
  clay.turn([1.36, 0.152, 0.15, -0.03, 1.45, 0.16, 0.158, -0.015], {
    ...hair,
    shown: Shown.shortHair,
    arc: [0.5, Math.PI],
  })
  clay.turn(
    [
      1.47, 0.165, 0.16, -0.005, 1.55, 0.15, 0.148, -0.01, 1.61, 0.105, 0.105, -0.01, 1.66, 0.01,
      0.01, -0.01,
    ],
    { ...hair, shown: Shown.bob },
  )
  clay.turn([1.24, 0.15, 0.13, -0.02, 1.34, 0.172, 0.165, -0.015, 1.47, 0.166, 0.16, -0.01], {
    ...hair,
    shown: Shown.bob,
    arc: [0.64, Math.PI * 0.86],
  })
  clay.turn(
    [
      1.42, 0.163, 0.158, -0.012, 1.54, 0.15, 0.148, -0.01, 1.62, 0.09, 0.09, -0.01, 1.66, 0.01,
      0.01, -0.01,
    ],
    { ...hair, shown: Shown.bun },
  )
  clay.turn(
    [
      1.6, 0.03, 0.03, -0.05, 1.64, 0.07, 0.07, -0.05, 1.7, 0.07, 0.07, -0.05, 1.75, 0.01, 0.01,
      -0.05,
    ],
    { ...hair, shown: Shown.bun, segments: 7 },
  )
  clay.turn(
    [
      1.46, 0.165, 0.16, -0.005, 1.55, 0.15, 0.148, -0.01, 1.61, 0.105, 0.105, -0.01, 1.66, 0.01,
      0.01, -0.01,
    ],
    { ...hair, shown: Shown.longHair },
  )
  clay.turn(
    [
      0.98, 0.1, 0.06, -0.1, 1.2, 0.14, 0.1, -0.07, 1.36, 0.168, 0.16, -0.02, 1.46, 0.166, 0.16,
      -0.01,
    ],
    { ...hair, shown: Shown.longHair, arc: [0.6, Math.PI * 0.9] },
  )
  clay.turn([1.5, 0.32, 0.32, 0, 1.6, 0.2, 0.2, 0, 1.71, 0.02, 0.02, 0], {
    ...part,
    dye: Dye.straw,
    shown: Shown.strawHat,
  })
  clay.turn([1.5, 0.17, 0.165, 0, 1.6, 0.15, 0.15, 0, 1.66, 0.08, 0.08, 0, 1.67, 0.005, 0.005, 0], {
    ...part,
    dye: Dye.accent,
    shown: Shown.cap,
  })
  clay.turn([1.5, 0.14, 0.12, 0.12, 1.515, 0.14, 0.12, 0.12], {
    ...part,
    dye: Dye.accent,
    shown: Shown.cap,
  })
  clay.turn([1.48, 0.168, 0.164, -0.008, 1.53, 0.16, 0.157, -0.008], {
    ...part,
    dye: Dye.white,
    shown: Shown.headband,
  })
}

function face(clay: Clay): void {
  const oval = (x: number, y: number, w: number, h: number, z: number, dye: Dye): void =>
    clay.patch(
      (
        [
          [-w, -h],
          [w, -h],
          [w, h],
          [-w, h],
        ] as const
      ).map(([dx, dy]) => [x + dx, y + dy, z - Math.abs(x + dx) * 0.16] as const),
      { limb: Limb.head, dye },
    )
  for (const side of [-1, 1]) {
    oval(side * 0.052, 1.445, 0.014, 0.024, 0.155, Dye.dark)
    oval(side * 0.049, 1.455, 0.005, 0.007, 0.158, Dye.white)
    oval(side * 0.085, 1.405, 0.019, 0.011, 0.152, Dye.cheek)
  }
  oval(0, 1.38, 0.018, 0.005, 0.151, Dye.mouth)
}
