import { open } from 'node:fs/promises'
import { UserError } from '../../core/user-error.ts'
import { systemCode } from '../../files/file-error.ts'

/** A text that others may have written, up to a size; undefined where there is no such file. */
export async function readCapped(path: string, maxBytes: number, target: string): Promise<string | undefined> {
  let file: Awaited<ReturnType<typeof open>>
  try {
    file = await open(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    const { size } = await file.stat()
    if (size > maxBytes)
      throw new UserError('promotion.too-large', `Expected at most ${maxBytes} bytes at ${target} but found ${size}`, {
        file: path,
        hint: 'It is not what Proofmark wrote: find out who did',
      })
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}
