import { describe, expect, it } from 'vitest'
import { wrapped } from './share-picture'

const ems = (text: string): number => [...text].length

describe('lines of a title', () => {
  it('are no wider than there is room, and lose nothing', () => {
    for (const text of [
      '肥前鹿島干潟のむつごろうと渡り鳥をゆっくり観察する朝の会',
      'An evening in Sakagura Street, tasting the first press',
      'เดินชมย่านโรงสาเกฮามาชูกุยามเย็น',
      '양조장 거리의 저녁 산책',
    ]) {
      const lines = wrapped(text, 10, ems)
      expect(lines.length).toBeGreaterThan(1)
      for (const line of lines) expect(ems(line)).toBeLessThanOrEqual(11)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  })

  it('never begin with what closes', () => {
    for (const line of wrapped('「酒蔵通りの夕べ」、「むつごろう」。', 4, ems)) {
      expect(line).not.toMatch(/^[、。」]/)
    }
  })

  it('end where a Japanese phrase does, and are about as long as each other', () => {
    expect(wrapped('QRコードを読みとると、だれでも確かめられます。', 16, ems)).toEqual([
      'QRコードを読みとると、',
      'だれでも確かめられます。',
    ])
    expect(wrapped('肥前鹿島干潟のむつごろうと渡り鳥を、ゆっくり観察する朝の会', 13, ems)).toEqual([
      '肥前鹿島干潟のむつごろうと',
      '渡り鳥を、ゆっくり観察する',
      '朝の会',
    ])
  })

  it('are one where there is room', () => {
    expect(wrapped('秋', 10, ems)).toEqual(['秋'])
    expect(wrapped('', 10, ems)).toEqual([])
  })
})
