import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inOrder } from '../../src/commands/in-order.ts'

it('gives results in the order of the items, with at most so many under way', async () => {
  let open = 0
  let most = 0
  const work = async (item: number) => {
    most = Math.max(most, ++open)
    await setTimeout((item * 7) % 5)
    open--
    return item * 2
  }
  const items = Array.from({ length: 20 }, (_, i) => i)
  expect(await Array.fromAsync(inOrder(items, 4, work))).toEqual(items.map(item => item * 2))
  expect(most).toBe(4)
  expect(await Array.fromAsync(inOrder([], 4, work))).toEqual([])
})

it('fails with the first failure in that order', async () => {
  const work = async (item: number) => {
    if (item > 1) throw new Error(`no ${item}`)
    return item
  }
  await expect(Array.fromAsync(inOrder([0, 1, 2, 3], 4, work))).rejects.toThrow('no 2')
})
