/** Preferences: the address wins over what was kept, and that over the device. */
import { describe, expect, it } from 'vitest'
import { type Device, guessTier, readPreferences } from './preferences'

const device: Device = {
  languages: ['fr-FR', 'th-TH', 'en'],
  reducedMotion: true,
  coarsePointer: false,
  saveData: false,
  memory: 8,
  cores: 8,
}
const read = (address: string, kept: string | null = null) =>
  readPreferences(new URLSearchParams(address), kept, device)

describe('preferences', () => {
  it('follow the device when nothing else is said', () => {
    expect(read('')).toEqual({ language: 'th', tier: 'high', calm: true, flat: false })
  })

  it('follow what was kept before the device, and the address before both', () => {
    const kept = JSON.stringify({ language: 'ko', tier: 'mid', calm: false, flat: true })
    expect(read('', kept)).toEqual({ language: 'ko', tier: 'mid', calm: false, flat: true })
    expect(read('lang=zh-TW&tier=low&view=solid', kept)).toEqual({
      language: 'zh-TW',
      tier: 'low',
      calm: false,
      flat: false,
    })
    expect(read('view=flat').flat).toBe(true)
  })

  it('hold the size of captions once it was chosen', () => {
    expect(read('', '{"captionSize":3}').captionSize).toBe(3)
    expect(read('', '{"captionSize":4}').captionSize).toBeUndefined()
  })

  it('know who has taken the first steps', () => {
    expect(read('', '{"helped":true}').helped).toBe(true)
    expect(read('', '{"helped":"yes"}').helped).toBeUndefined()
  })

  it('are quiet only where somebody wished so', () => {
    expect(read('', '{"quiet":true}').quiet).toBe(true)
    expect(read('', '{"quiet":1}').quiet).toBeUndefined()
  })

  it('are not upset by nonsense', () => {
    for (const kept of ['', '{', 'null', '[1]', '{"tier":"ultra","language":7,"calm":"no"}']) {
      expect(read('tier=&lang=xx', kept)).toEqual(read(''))
    }
  })

  it('choose the light town for small or saving devices', () => {
    expect(guessTier({ ...device, saveData: true })).toBe('low')
    expect(guessTier({ ...device, memory: 2 })).toBe('low')
    expect(guessTier({ ...device, cores: 2 })).toBe('low')
    expect(guessTier({ ...device, coarsePointer: true })).toBe('mid')
    expect(guessTier({ ...device, memory: 4 })).toBe('mid')
  })
})

describe('the size of text', () => {
  it.each([
    ['{"textPercent":150}', 150],
    ['{"textPercent":200}', 200],
    ['{"textPercent":1000}', undefined],
    ['{"textPercent":"200"}', undefined],
    [null, undefined],
  ])('is what somebody chose (%s)', (kept, percent) => {
    expect(read('', kept).textPercent).toBe(percent)
  })
})
