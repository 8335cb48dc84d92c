import type { Material } from '../core/evidence.ts'
import { type ReadContract, readContract } from '../core/tables/contract/read-contract.ts'
import { UserError } from '../core/user-error.ts'
import type { Files } from '../ports.ts'

const MAX_CONTRACT_BYTES = 8 * 1024 * 1024

/** The data contract at a path, which may be a glob that one file matches, and its digest. */
export async function openContract(
  path: string,
  files: Files,
): Promise<{ contract: ReadContract; text: string; material: Material }> {
  const [name = path, ...others] = await files.list([path])
  if (others.length > 0) {
    throw new UserError(
      'settings.contract',
      `Expected 'data.contract' to be one file but ${path} names ${others.length + 1}`,
      {
        hint: 'Name the contract itself',
      },
    )
  }
  const text = await files.readText(name, { maxBytes: MAX_CONTRACT_BYTES })
  const contract = readContract(name, text)
  const { sha256, bytes } = await files.digest(name)
  return { contract, text, material: { name, role: 'contract', digest: { sha256 }, bytes } }
}
