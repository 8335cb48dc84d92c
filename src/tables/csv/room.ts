import type { Room } from './segments.ts'

/** At most so many pieces of memory at a time: who asks for one more waits until one is given back. */
export function sharedRoom(pieces: number): Room {
  const unused: Buffer[] = []
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    async take(size) {
      while (taken === pieces) await new Promise<void>(resolve => waiting.push(resolve))
      taken += 1
      const fit = unused.findIndex(piece => piece.length >= size)
      return fit === -1 ? Buffer.from(new SharedArrayBuffer(size)) : (unused.splice(fit, 1)[0] ?? Buffer.alloc(0))
    },
    give(piece) {
      taken -= 1
      if (unused.length < pieces) unused.push(piece)
      waiting.shift()?.()
    },
  }
}

/** Memory of this thread alone, taken anew each time. */
export const ownRoom: Room = {
  take: async size => Buffer.allocUnsafeSlow(size),
  give: () => {},
}
