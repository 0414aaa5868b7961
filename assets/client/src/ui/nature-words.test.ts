import { describe, expect, it } from 'vitest'
import { loadFeatureWords } from '../i18n/feature-words'
import { LANGUAGES } from '../i18n/language'
import { festivalWords, lightName, moonName, seasonWords, seaWords, skyWords } from './nature-words'

const at = (text: string): number => Date.parse(`${text}:00+09:00`)

describe('tide and sky in words', () => {
  it('say in Japanese what the sea does and when it turns', async () => {
    const words = await loadFeatureWords('nature', 'ja')
    // High water of Oura was told for 9:38 that day.
    const { chip, flat } = seaWords(words, at('2025-08-10T08:00'))
    expect(chip).toMatch(/^有明海 \+\d\.\d m・満ちてくる・満潮 09:(3|4)\d$/)
    expect(flat).toContain('海の下')
  })

  it('have a sentence for every month in every language, by day and by night', async () => {
    for (const language of LANGUAGES) {
      const words = await loadFeatureWords('nature', language)
      for (let month = 1; month <= 12; month += 1) {
        const hour = ['01', '06', '12', '18'][month % 4] ?? '12'
        const then = at(`2026-${String(month).padStart(2, '0')}-08T${hour}:00`)
        const all = [
          ...Object.values(seaWords(words, then) as object as Record<string, string>),
          ...skyWords(words, then),
          seasonWords(words, then),
          ...festivalWords(words, then),
        ]
        // A missing sentence would be said as its own key.
        for (const one of all) expect(one).not.toMatch(/nature-|\{/)
      }
    }
  })

  it('call light and moon by their names', () => {
    expect(lightName(at('2026-03-31T03:00'))).toBe('night')
    expect(lightName(at('2026-03-31T06:00'))).toBe('dawn')
    expect(lightName(at('2026-03-31T12:00'))).toBe('day')
    expect(lightName(at('2026-03-31T17:50'))).toBe('evening')
    expect(lightName(at('2026-03-31T18:50'))).toBe('dusk')
    expect(moonName(at('2026-08-28T13:18'))).toBe('full')
    expect(moonName(at('2026-02-17T21:01'))).toBe('new')
  })
})
