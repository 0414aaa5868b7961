import { describe, expect, it } from 'vitest'
import { CURVE, onCurve, signed } from './tide-curve'

describe('the tide as a drawing', () => {
  it('has the day from left to right and high water above low', () => {
    const day = 86_400_000
    const [x0, low] = onCurve(0, 0, -2, [-3, 3])
    const [x1, high] = onCurve(0, day, 2, [-3, 3])
    expect(x0).toBe(CURVE.left)
    expect(x1).toBeLessThan(CURVE.width)
    expect(x1).toBeGreaterThan(CURVE.width - 10)
    expect(high).toBeLessThan(low)
    expect(high).toBeGreaterThanOrEqual(CURVE.top)
    expect(low).toBeLessThanOrEqual(CURVE.height - CURVE.bottom)
  })

  it('writes metres with a true sign', () => {
    expect([signed(1.84), signed(-0.26), signed(0.04)]).toEqual(['+1.8', '−0.3', '±0.0'])
  })
})
