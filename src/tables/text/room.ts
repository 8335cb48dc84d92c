import { BEYOND, type Kernel } from './kernel/kernel.ts'
import { oddQuotes } from './odd-quotes.ts'

/** Memory that segments are read into. */
export interface Room {
  /** A piece of at least so many bytes that nobody uses any more. */
  take(size: number): Promise<Buffer>
  give(piece: Buffer): void
  /** Whether bytes of a piece hold an odd number of quotes. */
  oddQuotes(piece: Buffer, start: number, end: number): boolean
}

/** At most so many pieces of a kernel's memory at a time: who asks for one more waits until one is given back. */
export function kernelRoom(kernel: Kernel, pieces: number): Room {
  const unused: Buffer[] = []
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    async take(size) {
      while (taken === pieces) await new Promise<void>(resolve => waiting.push(resolve))
      taken += 1
      const fit = unused.findIndex(piece => piece.length >= size)
      const [piece] = fit === -1 ? [] : unused.splice(fit, 1)
      if (piece) return piece
      const address = kernel.take(size + BEYOND)
      return Buffer.from(kernel.bufferTo(address, size), address, size)
    },
    give(piece) {
      taken -= 1
      if (unused.length < pieces) unused.push(piece)
      waiting.shift()?.()
    },
    oddQuotes(piece, start, end) {
      const address = kernel.addressOf(piece) ?? 0
      return kernel.oddQuotes(address + start, address + end) !== 0
    },
  }
}

/** Memory of this thread alone, taken anew each time. */
export const ownRoom: Room = {
  take: async size => Buffer.allocUnsafeSlow(size),
  give: () => {},
  oddQuotes,
}
