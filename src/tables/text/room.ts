import { BEYOND, type Kernel } from './kernel/kernel.ts'
import { oddQuotes } from './odd-quotes.ts'

/** Memory that segments are read into. */
export interface Room {
  /** A piece of so many bytes that nobody uses any more: where segments are cut must not depend on what is free just now. */
  take(size: number): Promise<Buffer>
  give(piece: Buffer): void
  /** Whether bytes of a piece hold an odd number of quotes. */
  oddQuotes(piece: Buffer, start: number, end: number): boolean
}

/**
 * At most so many pieces of a kernel's memory at a time: who asks for one more waits until one is given back. The memory of a
 * piece is a power of two, and of too many unused ones the largest are kept, for what a kernel has taken it never gives back.
 */
export function kernelRoom(kernel: Kernel, pieces: number): Room {
  /** By address. */
  const capacities = new Map<number, number>()
  const unused: number[] = []
  const waiting: (() => void)[] = []
  let taken = 0
  const capacityOf = (address: number) => capacities.get(address) ?? 0
  return {
    async take(size) {
      while (taken === pieces) await new Promise<void>(resolve => waiting.push(resolve))
      taken += 1
      const address = fitting(size) ?? another(size)
      return Buffer.from(kernel.bufferTo(address, size), address, size)
    },
    give({ byteOffset }) {
      taken -= 1
      unused.push(byteOffset)
      unused.sort((a, b) => capacityOf(a) - capacityOf(b))
      if (unused.length > pieces) unused.shift()
      waiting.shift()?.()
    },
    oddQuotes(piece, start, end) {
      const address = kernel.addressOf(piece) ?? 0
      return kernel.oddQuotes(address + start, address + end) !== 0
    },
  }

  /** The smallest unused one that is large enough. */
  function fitting(size: number): number | undefined {
    const at = unused.findIndex(address => capacityOf(address) >= size)
    return at === -1 ? undefined : unused.splice(at, 1)[0]
  }

  function another(size: number): number {
    const capacity = 2 ** Math.ceil(Math.log2(size))
    const address = kernel.take(capacity + BEYOND)
    capacities.set(address, capacity)
    return address
  }
}

/** Memory of this thread alone, taken anew each time. */
export const ownRoom: Room = {
  take: async size => Buffer.allocUnsafeSlow(size),
  give: () => {},
  oddQuotes,
}
