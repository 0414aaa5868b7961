import { describe, expect, it } from 'vitest'
import { hourOf } from './kashima-time'
import { moonAt, moonPhase, sunAt, sunTimes } from './sun'

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+09:00`)
const clock = (hours: number, minutes: number): number => hours + minutes / 60

describe('the sun over Kashima', () => {
  it('rises and sets at midsummer as told for Saga: 5:10 and 19:31, 80.2 degrees high', () => {
    // Weather news of Saga TV, 18 June 2021; Saga lies 20 km north-east of Kashima.
    const { rise, noon, set } = sunTimes(noonOf('2021-06-21'))
    expect(Math.abs(hourOf(rise) - clock(5, 10))).toBeLessThan(3 / 60)
    expect(Math.abs(hourOf(set) - clock(19, 31))).toBeLessThan(3 / 60)
    expect(sunAt(noon).altitude).toBeCloseTo(80.2, 0)
  })

  it('stands as high at noon as geometry wants: 90 less the latitude, give or take the tilt', () => {
    expect(sunAt(sunTimes(noonOf('2026-03-20')).noon).altitude).toBeCloseTo(90 - 33.1, 0)
    expect(sunAt(sunTimes(noonOf('2026-12-22')).noon).altitude).toBeCloseTo(90 - 33.1 - 23.44, 1)
  })

  it('stands due south at noon, rises due east at the equinox and sets due west', () => {
    const { rise, noon, set } = sunTimes(noonOf('2026-03-20'))
    expect(sunAt(noon).azimuth).toBeCloseTo(180, 0)
    expect(Math.abs(sunAt(rise).azimuth - 90)).toBeLessThan(1.5)
    expect(Math.abs(sunAt(set).azimuth - 270)).toBeLessThan(1.5)
  })

  it('passes noon by the equation of time: 16 minutes early in November, 14 late in February', () => {
    const mean = 12 + (135 - 130.12) / 15
    expect((hourOf(sunTimes(noonOf('2026-11-03')).noon) - mean) * 60).toBeCloseTo(-16.4, 0)
    expect((hourOf(sunTimes(noonOf('2026-02-11')).noon) - mean) * 60).toBeCloseTo(14.2, 0)
  })

  it('is under the horizon at midnight all year', () => {
    for (let day = 0; day < 365; day += 7)
      expect(sunAt(Date.UTC(2026, 0, 1, 15) + day * 86_400_000).altitude).toBeLessThan(-30)
  })
})

describe('the moon', () => {
  // Instants of new and full moon, National Astronomical Observatory of Japan and US Naval Observatory.
  it.each([
    ['2024-09-18T02:34Z', 180],
    ['2025-03-14T06:55Z', 180],
    ['2026-02-17T12:01Z', 0],
    ['2026-08-28T04:18Z', 180],
  ])('is at %s ahead of the sun by %s degrees', (text, phase) => {
    const off = ((moonPhase(Date.parse(text)) - phase + 540) % 360) - 180
    expect(Math.abs(off)).toBeLessThan(0.3)
  })

  it('stands opposite the sun when it is full', () => {
    const full = Date.parse('2025-03-14T06:55Z')
    const [sun, moon] = [sunAt(full), moonAt(full)]
    expect(Math.abs(sun.altitude + moon.altitude)).toBeLessThan(2)
    expect(Math.abs(((moon.azimuth - sun.azimuth + 720) % 360) - 180)).toBeLessThan(3)
  })
})
