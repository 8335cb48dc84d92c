import type { FileHandle } from 'node:fs/promises'

/** The bytes of a file from one place to before another; throws where it has none there. */
export async function readSlice(handle: FileHandle, start: number, end: number, size: number): Promise<ArrayBuffer> {
  if (!(start >= 0 && end >= start && end <= size)) throw new Error('a part of it lies outside the file')
  const bytes = new Uint8Array(end - start)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
  if (bytesRead < bytes.length) throw new Error('its end is missing')
  return bytes.buffer
}
