import { z } from 'zod'
import { DriftResult } from './drift/result.ts'
import { EVIDENCE_SCHEMA } from './identifiers.ts'
import { ModelResult } from './model/result.ts'
import { Origin } from './origin.ts'
import { SecurityResult } from './security/result.ts'
import { Waiver } from './security/waivers/waiver.ts'
import { DataResult } from './tables/result.ts'
import { Status, Verdict } from './verdict.ts'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 lower-case hexadecimal digits')

/** One file a statement is about, by digest; the name is its path relative to the settings. */
export const Subject = z.strictObject({
  name: z.string().min(1).max(4096),
  digest: z.strictObject({ sha256: Sha256 }),
  bytes: z.int().nonnegative(),
  /** Absent where it was in the workspace, and nothing else knows it. */
  origin: Origin.optional(),
})
export type Subject = z.infer<typeof Subject>

/** One file a gate has read, and what for. */
export const Material = z.strictObject({
  name: z.string().min(1).max(4096),
  role: z.enum([
    'data',
    'contract',
    'predictions',
    'champion',
    'anchor',
    'attributes',
    'history',
    'train',
    'repeat',
    'perturbed',
    'reference',
    'current',
    'series',
    'artefact',
    'settings',
    'input',
    'model',
    'result',
  ]),
  digest: z.strictObject({ sha256: Sha256 }),
  bytes: z.int().nonnegative(),
  rows: z.int().nonnegative().optional(),
  origin: Origin.optional(),
})
export type Material = z.infer<typeof Material>

/** A cell of a row's key; of a column that the contract classifies as sensitive, the first 12 hexadecimal digits of its SHA-256. */
export const KeyCell = z.union([
  z.strictObject({ column: z.string(), value: z.string() }),
  z.strictObject({ column: z.string(), hash: z.string().regex(/^[0-9a-f]{12}$/) }),
])
export type KeyCell = z.infer<typeof KeyCell>

/**
 * Where to look: a file, a line of it (1-based), a column of the table. Of a row of data also its key, the cell of that column, and
 * the other cells that the check is about, as far as they may be shown.
 */
export const Location = z.strictObject({
  file: z.string().min(1).max(4096),
  line: z.int().positive().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  key: z.array(KeyCell).optional(),
  cells: z.array(z.strictObject({ column: z.string(), value: z.string() })).optional(),
  note: z.string().optional(),
  /** What is found here is waived: the place of the waiver in the check's `waivers`. */
  waiver: z.int().nonnegative().optional(),
})
export type Location = z.infer<typeof Location>

/** What was found. `interval` is two-sided at `level`; `n` counts the rows it rests on; `share` is `value` over `n`. */
export const Measured = z.strictObject({
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  unit: z.string().optional(),
  share: z.number().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  level: z.number().optional(),
  method: z.string().optional(),
  n: z.int().nonnegative().optional(),
  pValue: z.number().optional(),
  adjustedPValue: z.number().optional(),
})
export type Measured = z.infer<typeof Measured>

/** What was asked for. */
export const Required = z.strictObject({
  comparator: z.enum(['>=', '>', '<=', '<', '=', '!=', 'between', 'in', 'not in', 'matches', 'is']),
  value: z.union([z.number(), z.string(), z.boolean(), z.array(z.union([z.number(), z.string()]))]),
  unit: z.string().optional(),
})
export type Required = z.infer<typeof Required>

/** One question a gate asked, and its answer. */
export const Check = z.strictObject({
  id: z.string().min(1).max(1024),
  title: z.string().min(1),
  status: Status,
  measured: Measured.optional(),
  required: Required.optional(),
  /** One sentence: expected and found. */
  reason: z.string().min(1),
  /** What to do next. */
  hint: z.string().optional(),
  locations: z.array(Location).optional(),
  /** Different values at fault and the rows that have them, the most frequent first, as far as they may be shown. */
  values: z.array(z.strictObject({ value: z.string(), count: z.int().positive() })).optional(),
  /** Another tool measured it: the number was taken over from its file and not computed again. `said`: that tool's own word. */
  importedFrom: z
    .strictObject({
      tool: z.string().min(1),
      version: z.string().optional(),
      said: z.enum(['pass', 'warn', 'fail', 'error', 'skipped']).optional(),
    })
    .optional(),
  /** Exceptions of the policy's that were applied; what they except stays among the locations. */
  waivers: z.array(Waiver).optional(),
  /** Controls of standards and law that it bears on, by the ids of the catalogue: `iso27001:A.8.8`. */
  controls: z.array(z.string().min(1).max(100)).optional(),
})
export type Check = z.infer<typeof Check>

/** The run that produced a document: the only part that is not a function of the inputs. */
export const Run = z.strictObject({
  repository: z.string().optional(),
  commit: z.string().optional(),
  ref: z.string().optional(),
  url: z.string().optional(),
  /** Folder of the repository that paths are relative to, where it is not its root. */
  folder: z.string().min(1).max(4096).optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
})
export type Run = z.infer<typeof Run>

const document = {
  schema: z.literal(EVIDENCE_SCHEMA),
  verdict: Verdict,
  /** The model's files; empty when the gate was run without a model. */
  subject: z.array(Subject),
  materials: z.array(Material),
  checks: z.array(Check),
  tool: z.strictObject({ name: z.literal('proofmark'), version: z.string() }),
  run: Run,
}

/** What one gate writes. `result` is the gate's own table of numbers; null where the gate could not run. */
export const Evidence = z.discriminatedUnion('gate', [
  z.strictObject({ ...document, gate: z.literal('data-validate'), result: DataResult.nullable() }),
  z.strictObject({ ...document, gate: z.literal('model-certify'), result: ModelResult.nullable() }),
  z.strictObject({ ...document, gate: z.literal('security-scan'), result: SecurityResult.nullable() }),
  z.strictObject({ ...document, gate: z.literal('drift-compare'), result: DriftResult.nullable() }),
])
export type Evidence = z.infer<typeof Evidence>

export type GateName = Evidence['gate']

/** The gates, in the order in which they run and are shown. */
export const GATES = [
  'data-validate',
  'model-certify',
  'security-scan',
  'drift-compare',
] as const satisfies readonly GateName[]

/** What a gate has found, before it is dated and written. */
export interface Findings<Gate extends GateName> {
  readonly materials: Material[]
  readonly checks: Check[]
  readonly result: Results[Gate]
}

type Results = { [Document in Evidence as Document['gate']]: NonNullable<Document['result']> }

/** The file that holds a gate's evidence, inside the output folder. */
export const evidenceFile = (gate: GateName): string => `${gate}.evidence.json`
