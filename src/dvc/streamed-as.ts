import type { DvcHash } from '../core/dvc/output.ts'
import { UserError } from '../core/user-error.ts'
import { md5Of } from './hashing/legacy-md5.ts'

/** The same bytes, refused at their end where DVC's hash of them is not what was expected. */
export async function* streamedAs(
  bytes: AsyncIterable<Uint8Array>,
  hash: DvcHash,
  md5: string,
  path: string,
): AsyncGenerator<Uint8Array> {
  const sum = md5Of(hash)
  for await (const piece of bytes) {
    sum.update(piece)
    yield piece
  }
  const found = sum.digest()
  if (found === md5) return
  throw new UserError('dvc.damaged', `Expected ${path} to have the ${hash} ${md5} but it has ${found}`, {
    file: path,
    hint: 'Delete that object of the remote, then push it again from where the data is: dvc push',
  })
}
