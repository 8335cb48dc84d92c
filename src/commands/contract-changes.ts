import type { Check } from '../core/evidence.ts'
import type { ReadContract } from '../core/tables/contract/read-contract.ts'
import { readContract } from '../core/tables/contract/read-contract.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

/** Parts that are named; the rest are counted. */
const NAMED = 8

/**
 * What a pull request changes about the contract that its data is held against. The contract comes with the data, so the change takes
 * effect at once; nobody shall have to find it in the diff. Nothing where no change is to be merged, or the base branch has no such file.
 */
export async function contractChanges(
  { name, tables }: ReadContract,
  text: string,
  { base }: Pick<Ports, 'base'>,
): Promise<Check[]> {
  const before = await base?.readText(name)
  if (before === undefined || before === text) return []
  const parts = partsChanged(name, before, tables)
  const told = parts.length === 0 ? 'its words, but no table' : listed(parts)
  return [
    {
      id: 'contract.differs',
      title: 'The contract is another than on the base branch',
      status: 'warn',
      reason: `This pull request changes ${name}: ${told}; this run was decided by it`,
      hint: 'See that the change belongs to the data, and does not let through what was refused before',
      locations: [{ file: name }],
    },
  ]
}

const listed = (parts: readonly string[]) =>
  `${parts.slice(0, NAMED).join(', ')}${parts.length > NAMED ? ` and ${parts.length - NAMED} more` : ''}`

/** Tables and columns that were, are, or say something else. */
function partsChanged(name: string, before: string, now: ReadContract['tables']): string[] {
  try {
    const [was, is] = [partsOf(readContract(name, before).tables), partsOf(now)]
    return [...new Set([...was.keys(), ...is.keys()])].filter(part => was.get(part) !== is.get(part))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return ['what could not be read on the base branch']
  }
}

/** Every column of a contract, and every table without its columns, as text. */
function partsOf(tables: ReadContract['tables']): Map<string, string> {
  return new Map(
    tables.flatMap(({ object: { properties, ...table }, serviceLevels }) => [
      [`'${table.name}'`, JSON.stringify([table, serviceLevels.map(({ line: _, ...level }) => level)])] as const,
      ...(properties ?? []).map(column => [`'${column.name}' of '${table.name}'`, JSON.stringify(column)] as const),
    ]),
  )
}
