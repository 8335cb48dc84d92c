import type { Material } from '../core/evidence.ts'
import { resolveInclude } from '../core/security/dependencies/resolve-include.ts'
import { type ReadContract, readContract } from '../core/tables/contract/read-contract.ts'
import { namedSchemas } from '../core/tables/json-schema/named-schemas.ts'
import { UserError } from '../core/user-error.ts'
import type { Files } from '../ports.ts'

const MAX_CONTRACT_BYTES = 8 * 1024 * 1024
const MAX_SCHEMA_BYTES = 1024 * 1024

/** The data contract at a path, which may be a glob that one file matches, and its digest. */
export async function openContract(
  path: string,
  files: Files,
): Promise<{
  contract: ReadContract
  /** What its file holds. */
  written: string
  /** The same with the JSON Schemas that it names. */
  text: string
  material: Material
  schemas: Material[]
}> {
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
  const written = await files.readText(name, { maxBytes: MAX_CONTRACT_BYTES })
  // What is no YAML is told of by the contract's own reader.
  const { text, schemas } = await withSchemas(name, written, files)
  const contract = readContract(name, text)
  return { contract, written, text, material: await materialOf(name, files), schemas }
}

/** The contract with every JSON Schema that it names by a path from itself written out in its place, in the same line. */
async function withSchemas(name: string, contract: string, files: Files) {
  let text = contract
  const schemas = new Map<string, Material>()
  for (const { path, start, end } of namedSchemas(contract)) {
    const file = resolveInclude(name, path)
    if (file === undefined)
      throw new UserError('contract.json-schema', `Expected a file of the repository but ${name} names ${path}`, {
        file: name,
        hint: 'Keep the JSON Schema beside the contract',
      })
    const schema = parsed(file, await files.readText(file, { maxBytes: MAX_SCHEMA_BYTES }))
    text = text.slice(0, start) + JSON.stringify(schema) + text.slice(end)
    schemas.set(file, await materialOf(file, files))
  }
  return { text, schemas: [...schemas.values()] }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('contract.json-schema', `Expected ${file} to be a JSON Schema but it is no JSON`, {
      file,
      cause,
    })
  }
}

async function materialOf(name: string, files: Files): Promise<Material> {
  const { sha256, bytes } = await files.digest(name)
  return { name, role: 'contract', digest: { sha256 }, bytes }
}
