/** A cell tells who watches, once for each change. */
import { expect, it } from 'vitest'
import { cell, stopAll } from './cell'

it('tells a watcher now and at every change, and nobody after the stop', () => {
  const count = cell(1)
  const heard: number[] = []
  const stop = count.watch((value) => heard.push(value))
  count.set(2)
  count.set(2)
  stop()
  count.set(3)
  expect(heard).toEqual([1, 2])
  expect(count.get()).toBe(3)
})

it('tells of changes only, when asked so', () => {
  const count = cell(1)
  const heard: number[] = []
  count.changes((value) => heard.push(value))
  expect(heard).toEqual([])
  count.set(2)
  expect(heard).toEqual([2])
})

it('lets the same function watch twice and stop once', () => {
  const count = cell(0)
  let calls = 0
  const act = (): void => {
    calls += 1
  }
  const first = count.changes(act)
  count.changes(act)
  first()
  count.set(1)
  expect(calls).toBe(1)
})

it('stops in the opposite order of the start', () => {
  const order: string[] = []
  stopAll([() => order.push('a'), () => order.push('b')])()
  expect(order).toEqual(['b', 'a'])
})
