import { describe, expect, it } from 'vitest'
import { startKernel } from '../../../src/tables/text/kernel/kernel.ts'
import { kernelRoom } from '../../../src/tables/text/room.ts'
import { random } from '../../core/drift/random.ts'

describe('room in a kernel', () => {
  it('gives pieces of the length that was asked for, whatever is unused', async () => {
    const room = kernelRoom(startKernel(), 2)
    room.give(await room.take(1 << 20))
    expect((await room.take(1000)).length).toBe(1000)
  })

  it('takes no more memory the longer it is used, as lengths come and go', async () => {
    const kernel = startKernel()
    const room = kernelRoom(kernel, 4)
    const { uniform } = random(8)
    const use = async (times: number) => {
      for (let i = 0; i < times; i++) {
        const pieces = await Promise.all([1, 2, 3, 4].map(() => room.take(1 + Math.floor(uniform() * 200_000))))
        for (const piece of pieces) room.give(piece)
      }
      return kernel.bufferTo(0, 0).byteLength
    }
    // First many small ones, so that nothing large is among the unused.
    for (const piece of await Promise.all([1, 2, 3, 4].map(() => room.take(10)))) room.give(piece)
    // Four pieces of every power of two up to 256 KiB, and the first page.
    expect(await use(1000)).toBeLessThanOrEqual(4 * 512 * 1024 + 128 * 1024)
  })

  it('lets who asks for one more wait until one is given back', async () => {
    const room = kernelRoom(startKernel(), 1)
    const first = await room.take(10)
    let isGiven = false
    const second = room.take(10).then(piece => {
      isGiven = true
      return piece
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(isGiven).toBe(false)
    room.give(first)
    expect((await second).byteOffset).toBe(first.byteOffset)
  })
})
