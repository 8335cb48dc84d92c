import type { Source, Window } from '../content/source.ts'
import type { Hear } from '../format.ts'
import { type Instance, OPAQUE, type Opaque, type Value } from './value.ts'

/** Memo entries and stack items that one stream may take. */
const MAX_ITEMS = 5_000_000
/** Refusals and deviations that are kept; more refusals are only counted. */
const MAX_KEPT = 100
/** Called, it writes to the file that it is given. */
export const MEMMAP = 'numpy:memmap'

/** Something a loader of this stream would do that nothing allows. */
export interface Refusal {
  readonly kind: 'import' | 'call' | 'change' | 'opcode' | 'frame'
  /** Of the opcode, from the start of the file. */
  readonly offset: number
  /** The dotted name, or the opcode's. */
  readonly name: string
  /** Continues a sentence that begins with the name. */
  readonly reason: string
  /** The last part of an imported name, as the stream has it. */
  readonly qualname: string | undefined
  /** What else is done with what was imported. */
  further: 'called' | 'changed' | undefined
}

/** Something no pickler writes, so that two unpicklers may read it differently. */
export interface Deviation {
  readonly offset: number
  readonly reason: string
}

/** What becomes of joblib's NumpyArrayWrapper: `replayed` as joblib.load does, `kept` as pickle.load would, or `refused`. */
export type JoblibArrays = 'replayed' | 'kept' | 'refused'

/** What a persistent id stands for to the loader of this file, or why it is refused. */
export type PersistentLoad = (id: Value) => Instance | string

/** A pickle machine that imports, calls and builds nothing. */
export interface Machine {
  readonly source: Source
  /** The stretch of it that is being read. */
  window: Window
  readonly joblibArrays: JoblibArrays
  /** Undefined where the loader knows no persistent ids. */
  readonly persistent: PersistentLoad | undefined
  /** Takes the texts of the stream. */
  readonly hear: Hear | undefined
  /** Start of the current opcode. */
  offset: number
  /** Next byte to read. */
  position: number
  protocol: number
  frameEnd: number | undefined
  readonly stack: Value[]
  /** Stack heights at the open marks. */
  readonly marks: number[]
  readonly memo: Map<number, Value>
  /** References to numpy.memmap for which no array of joblib's has come yet. */
  memmaps: number
  opcodes: number
  /** Allowed names and where they are first imported. */
  readonly globals: Map<string, number>
  readonly refusals: Refusal[]
  refused: number
  readonly deviations: Deviation[]
  /** Why reading ended before STOP. A loader would have raised here, unless `exhausted`. */
  halted: string | undefined
  /** Reading ended because a budget was used up. */
  exhausted: boolean
  stopped: boolean
  /** What STOP leaves to the loader. */
  result: Value
  /** Reads a stream of its own that starts at `position`, as an object array of joblib's has one, and gives its outcome. */
  readonly nested: () => Value
}

/** A stretch of the source that holds `length` bytes from `at` on, as far as there are any. */
export function windowAt(machine: Machine, at: number, length: number): Window {
  const { start, bytes } = machine.window
  if (at < start || at + length > start + bytes.length) machine.window = machine.source.window(at, length)
  return machine.window
}

/** Ends the reading: no loader gets past this point. */
export function halt(machine: Machine, reason: string): void {
  machine.halted ??= reason
}

/** Ends the reading because a budget is used up, though a loader would go on. */
export function exhaust(machine: Machine, budget: string): void {
  machine.exhausted = true
  halt(machine, `it takes more than ${budget}`)
}

/** Adds to a list that holds the first hundred. */
export function keep<Item>(list: Item[], item: Item): void {
  if (list.length < MAX_KEPT) list.push(item)
}

/** Notes a form that no pickler writes, and reads on. */
export function deviate(machine: Machine, reason: string): void {
  keep(machine.deviations, { offset: machine.offset, reason })
}

/** Notes what is not allowed, and gives what stands for its outcome. */
export function refuse(
  machine: Machine,
  kind: Refusal['kind'],
  name: string,
  reason: string,
  qualname?: string,
): Opaque {
  const refusal: Refusal = { kind, offset: machine.offset, name, reason, qualname, further: undefined }
  machine.refused++
  keep(machine.refusals, refusal)
  return { kind: 'opaque', refusal }
}

export function push(machine: Machine, value: Value): void {
  if (value.kind === 'global' && value.name.key === MEMMAP) machine.memmaps++
  machine.stack.push(value)
  if (machine.stack.length > MAX_ITEMS) exhaust(machine, `${MAX_ITEMS} items on the stack`)
}

export function pop(machine: Machine): Value {
  if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) halt(machine, 'the stack is empty')
  return (machine.halted === undefined ? machine.stack.pop() : undefined) ?? OPAQUE
}

/** The item on top, left where it is. */
export function top(machine: Machine): Value {
  if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) halt(machine, 'the stack is empty')
  return machine.stack.at(-1) ?? OPAQUE
}

/** Everything above the last mark, and the mark with it. */
export function popMark(machine: Machine): Value[] {
  const mark = machine.marks.pop()
  if (mark === undefined) {
    halt(machine, 'there is no mark on the stack')
    return []
  }
  return machine.stack.splice(mark)
}

export function remember(machine: Machine, index: number, value: Value): void {
  if (machine.memo.has(index)) deviate(machine, `memo ${index} is written twice`)
  machine.memo.set(index, value)
  if (machine.memo.size > MAX_ITEMS) exhaust(machine, `${MAX_ITEMS} items in the memo`)
}

/** Puts an array in the place of the wrapper that stood for it. */
export function replaceTop(machine: Machine, value: Instance): void {
  machine.stack[machine.stack.length - 1] = value
}
