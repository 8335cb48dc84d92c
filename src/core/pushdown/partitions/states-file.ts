import { z } from 'zod'
import { NAMESPACE } from '../../identifiers.ts'
import { decodeState, encodeState } from '../../tables/state-text.ts'
import { VERSION } from '../../version.ts'
import type { TableThere } from '../table-there.ts'
import type { MeasuredPartition } from './partition.ts'

/** Which version of the document below it is. */
const STATES_SCHEMA = `${NAMESPACE}partition-states/v1`

/** What was measured of each partition of a table, as it is kept from run to run. */
const StatesFile = z.strictObject({
  schema: z.literal(STATES_SCHEMA),
  of: z.strictObject({
    tool: z.string(),
    engine: z.string(),
    table: z.string(),
    partition: z.string(),
    key: z.string(),
    schema: z.string(),
    columns: z.array(z.tuple([z.string(), z.string()])),
    limits: z.record(z.string(), z.number()),
    /** Digest of all that is asked: the keys of measures name rules by their place in a contract. */
    job: z.string(),
  }),
  partitions: z.array(
    z.strictObject({
      value: z.string().nullable(),
      rows: z.int().nonnegative(),
      print: z.string(),
      /** States by the keys of their measures, see `encodeState`. */
      states: z.record(z.string(), z.unknown()),
      untaken: z.record(z.string(), z.string()),
    }),
  ),
})
type Of = z.infer<typeof StatesFile>['of']

/** What states are of: those of anything else are of no use. */
export const statesOf = ({ table, columns, limits, schema = '' }: TableThere, engine: string, job: string): Of => ({
  tool: VERSION,
  engine,
  table: table.table,
  partition: table.partition ?? '',
  key: table.key ?? '',
  schema,
  columns: columns.map(({ name, type }) => [name, type]),
  limits: { ...limits },
  job,
})

/** The text of a file of states. */
export function writeStates(of: Of, partitions: readonly MeasuredPartition[]): string {
  const content: z.infer<typeof StatesFile> = {
    schema: STATES_SCHEMA,
    of,
    partitions: partitions.map(({ value, rows, print, states, untaken }) => ({
      value,
      rows,
      print,
      states: Object.fromEntries([...states].map(([key, state]) => [key, encodeState(state)])),
      untaken: Object.fromEntries(untaken),
    })),
  }
  return `${JSON.stringify(content)}\n`
}

/** What a file of states says, or why that is of no use. */
export function readStates(
  text: string,
  of: Of,
): { readonly partitions: readonly MeasuredPartition[] } | { readonly unused: string } {
  const read = StatesFile.safeParse(parsed(text))
  if (!read.success) return { unused: 'it is no file of states' }
  const { of: found, partitions } = read.data
  const other = Object.entries(DIFFERENCES).find(
    ([name]) =>
      JSON.stringify(Object.entries(found).find(([key]) => key === name)) !==
      JSON.stringify(Object.entries(of).find(([key]) => key === name)),
  )
  if (other) return { unused: other[1](found) }
  if (new Set(partitions.map(({ value }) => value)).size < partitions.length)
    return { unused: 'it has a partition twice' }
  try {
    return {
      partitions: partitions.map(({ states, untaken, ...partition }) => ({
        ...partition,
        states: new Map(Object.entries(states).map(([key, state]) => [key, decodeState(state)])),
        untaken: new Map(Object.entries(untaken)),
      })),
    }
  } catch {
    return { unused: 'what it has measured cannot be read' }
  }
}

/** What may differ, the most telling first. */
const DIFFERENCES: Readonly<Record<keyof Of, (found: Of) => string>> = {
  tool: ({ tool }) => `it is of Proofmark ${tool}, and this is ${VERSION}`,
  engine: ({ engine }) => `it was measured by ${engine}`,
  table: ({ table }) => `it is of the table ${table}`,
  partition: ({ partition }) => `its partitions are by ${partition}`,
  key: ({ key }) => `its key is ${key === '' ? 'none' : key}`,
  schema: () => 'the table had another schema',
  columns: () => 'the table had other columns, or of other types',
  limits: () => 'it was measured within other limits',
  job: () => 'it was measured for another contract, or other settings',
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
