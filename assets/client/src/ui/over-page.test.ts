/** A dialog is opened once however often one presses, and never fails without a word. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { opensOnce } from './over-page'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a dialog that is fetched when it is wanted', () => {
  it('is opened once while it is on its way, and again after that', async () => {
    let arrived = (): void => undefined
    const open = vi.fn(() => new Promise<void>((done) => (arrived = done)))
    const press = opensOnce(open, () => undefined)
    const first = press()
    await press()
    expect(open).toHaveBeenCalledTimes(1)
    arrived()
    await first
    void press()
    expect(open).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['its code', () => Promise.reject(new Error('no network'))],
    ['its sentences', () => Promise.resolve().then(() => Promise.reject(new Error('404')))],
  ])('says so when %s cannot be fetched, and may be tried again', async (_, failing) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined)
    const told: boolean[] = []
    const open = vi.fn<() => Promise<void>>(failing)
    const press = opensOnce(open, (failed) => told.push(failed))
    await press()
    expect(told).toEqual([false, true])
    open.mockResolvedValueOnce()
    await press()
    expect(told).toEqual([false, true, false])
  })
})
