import type { Answer } from './send.ts'

/** An answer's body as text: of a longer one the first `most` bytes, and the rest is let go. */
export async function textOf({ body }: Pick<Answer, 'body'>, most: number): Promise<{ text: string; whole: boolean }> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('Expected a body of bytes')
    pieces.push(piece)
    bytes += piece.length
    if (bytes > most) break
  }
  return { text: Buffer.concat(pieces).subarray(0, most).toString('utf8'), whole: bytes <= most }
}
