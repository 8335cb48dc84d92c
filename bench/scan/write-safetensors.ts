import { randomFillSync } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'

const PIECE = 64 * 1024 * 1024

/** A safetensors file with one tensor of `bytes` random bytes. */
export function writeSafetensors(path: string, bytes: number): void {
  const header = Buffer.from(JSON.stringify({ weight: { dtype: 'U8', shape: [bytes], data_offsets: [0, bytes] } }))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(header.length))
  const file = openSync(path, 'w')
  writeSync(file, length)
  writeSync(file, header)
  const piece = randomFillSync(Buffer.alloc(Math.min(PIECE, bytes)))
  for (let left = bytes; left > 0; left -= PIECE) writeSync(file, piece, 0, Math.min(PIECE, left))
  closeSync(file)
}
