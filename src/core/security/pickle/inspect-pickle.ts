import { grouped } from '../../wording/grouped.ts'
import { hasAt } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import type { Finding, Hear, Inspection } from '../format.ts'
import { isText } from '../is-text.ts'
import type { Machine, Refusal } from './machine.ts'
import { readPickle } from './read-pickle.ts'

const SAFER =
  'Have the model saved again without it, as skops or safetensors if it can be, or ask for the name to be put on the allow list'
const SAVE_AGAIN = 'Save it again with pickle protocol 5 or a current joblib'
const ONE_READING = 'Save it with pickle.dump(model, file, protocol=5), which every loader reads alike'

/** To pickle.load the start of a zip archive asks for a persistent id, of which it has none: it ends there. */
const ZIP = 'PK\x03\x04'

/** numpy's own nested pickles reach these by a memo that pickle.load fills otherwise; nothing called so can do harm. */
const NUMPY_BY_MEMO: readonly (string | undefined)[] = ['dtype', 'scalar']

/** Inspects one pickle, or one file of joblib's, from `start` to the last byte. */
export function inspectPickle(
  source: Source,
  kind: 'pickle' | 'joblib',
  { start = 0, hear }: { readonly start?: number; readonly hear?: Hear | undefined } = {},
): Inspection {
  const machine = readPickle(source, start, kind === 'joblib' ? 'replayed' : 'refused', { hear })
  const judged = judgePickle(machine)
  if (kind !== 'joblib' || (judged.status !== 'pass' && !judged.soundApart)) return judged
  const other = otherReading(source, new Set(machine.refusals.map(({ name }) => name)))
  if (other === undefined) return judged
  if (judged.status === 'fail') {
    const { soundApart: _, ...rest } = judged
    return rest
  }
  return {
    ...judged,
    status: 'inconclusive',
    reason: `joblib.load reads only what is allowed, but pickle.load would take an array for instructions: ${other}`,
    hint: ONE_READING,
  }
}

/** What a stream that has been read comes to, if the file goes on at `end` with what is no part of it. */
export function judgePickle(machine: Machine, end = machine.source.size): Inspection {
  const globals = machine.globals.size
  const findings = machine.refusals.map(finding)
  const libraries = [...new Set([...machine.globals.keys()].map(name => name.split('.', 1)[0] ?? name))]
  const base = { findings, found: machine.refused, globals, ...(globals > 0 && { libraries }) }
  const unclear = doubtOf(machine, end)
  if (machine.refused > 0)
    return {
      ...base,
      status: 'fail',
      reason: `${refusalSentence(machine)}${besides(unclear)}`,
      hint: SAFER,
      ...(unclear === undefined && { soundApart: true }),
    }
  if (unclear !== undefined) return { ...base, status: 'inconclusive', reason: unclear, hint: SAVE_AGAIN }
  return {
    ...base,
    status: 'pass',
    reason: `Imports ${globals} ${globals === 1 ? 'name' : 'names'}, all on the allow list`,
  }
}

/** Whether a loader would call something from these bytes, whatever else they are: a pickle needs no magic number. */
export function readsAsPickle(source: Source): boolean {
  if (hasAt(source, ZIP)) return false
  const machine = readPickle(source, 0, 'refused')
  return (
    machine.exhausted ||
    machine.refusals.some(isCall) ||
    isWhole(machine) ||
    // Of text, a word that begins with c or i would be one.
    (machine.refusals.some(isImport) && !isText(source)) ||
    (machine.stopped && (machine.globals.size > 0 || machine.refusals.some(({ kind }) => kind === 'import')))
  )
}

/** Whether the bytes are one pickle from the first to the last, as picklers before protocol 2 wrote it, of plain values. */
const isWhole = ({ protocol, stopped, position, source, deviations, refused, opcodes }: Machine) =>
  protocol === 0 && stopped && position === source.size && deviations.length === 0 && refused === 0 && opcodes > 2

/** Whether a loader would import a module, if it is there: its name is one. */
const isImport = ({ kind, name }: Refusal) => kind === 'import' && /^[A-Za-z_]\w*\./.test(name)

const isCall = ({ kind, further }: Refusal) =>
  further !== undefined || kind === 'call' || kind === 'change' || kind === 'frame'

/** What pickle.load would do with joblib's file besides what is `known`, where arrays are no arrays but further instructions. */
function otherReading(source: Source, known: ReadonlySet<string>): string | undefined {
  const machine = readPickle(source, 0, 'kept')
  const first = machine.refusals.find(
    ({ kind, qualname, name }) => kind !== 'opcode' && !NUMPY_BY_MEMO.includes(qualname) && !known.has(name),
  )
  if (first) return `${first.name} ${first.reason}`
  return machine.exhausted ? machine.halted : undefined
}

function finding({ offset, name, reason, kind, further }: Refusal): Finding {
  return {
    offset,
    name,
    reason: kind === 'import' && further ? reason.replace('imported', `imported and ${further}`) : reason,
  }
}

function refusalSentence(machine: Machine): string {
  const shown = machine.refusals.slice(0, 1).map(finding)
  const more = machine.refused > 1 ? ` (and ${machine.refused - 1} more)` : ''
  return `Expected a file that only restores a model but ${shown.map(({ name, reason }) => `${name} ${reason}`)}${more}`
}

const besides = (unclear: string | undefined) =>
  unclear === undefined ? '' : `; besides, ${unclear.charAt(0).toLowerCase()}${unclear.slice(1)}`

/** Why the bytes cannot be followed to the end the way every unpickler does. */
function doubtOf(machine: Machine, end: number): string | undefined {
  if (machine.halted !== undefined) return `Expected a whole pickle but at byte ${machine.offset} ${machine.halted}`
  const [deviation] = machine.deviations
  if (deviation) return `Expected a stream as picklers write it but at byte ${deviation.offset} ${deviation.reason}`
  const rest = end - machine.position
  return rest === 0
    ? undefined
    : `Expected nothing after STOP but found ${grouped(rest)} more bytes at byte ${machine.position}`
}
