import { CODE, PAGES } from './code.wasm.ts'

const PAGE = 65_536
/** Bytes that may be read beyond the end of those that are asked for. */
export const BEYOND = 64

/** What is compiled of reading CSV: see the functions of the same names in assembly/. Addresses are in bytes of its memory. */
interface Compiled {
  scanRows(
    origin: number,
    at: number,
    end: number,
    separator: number,
    width: number,
    room: number,
    starts: number,
    ends: number,
    begins: number,
  ): number
  readonly rows: { readonly value: number }
  oddQuotes(from: number, to: number): number
  emptyCells(cells: number, column: number, empty: number): void
  hashCells(cells: number, column: number, a: number, b: number, c: number): number
  decimals(cells: number, column: number, points: boolean, values: number): number
  instants(cells: number, column: number, times: boolean, zone: number, values: number): number
  codeCells(cells: number, column: number, from: number, texts: number, codes: number): number
  readonly slot: { readonly value: number }
}

/** The compiled functions on a memory. */
export interface Kernel extends Compiled {
  /** What another thread's kernel is started with, to work on the same bytes. */
  readonly memory: KernelMemory
  /** The first address of so many bytes that nobody else uses, all zero. They are kept as long as the memory is. */
  take(bytes: number): number
  /** The memory, as far as such an address and so many bytes after it; views that were made before see the same bytes. */
  bufferTo(address: number, bytes: number): SharedArrayBuffer
  /** The address of bytes that are a view of it; undefined of others. */
  addressOf(bytes: Uint8Array): number | undefined
}

/** A memory that threads share. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer
  grow(pages: number): void
}

/** TypeScript knows it with a browser's types only. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object
  Memory: new (size: { initial: number; maximum: number; shared: true }) => KernelMemory
  Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

/** Where the memory itself says how much of it is taken, in units of 64 bytes: at the end of its first page, which begins with constants. */
const TAKEN = PAGE / 4 - 1
const UNIT = 64

let compiled: object | undefined

/** A kernel for one thread, on a memory of its own or on another one's. */
export function startKernel(memory: KernelMemory = newMemory()): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'))
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
  const taken = new Uint32Array(memory.buffer, 0, PAGE / 4)
  // A new one whenever the memory grows.
  const buffers = new WeakSet<ArrayBufferLike>()
  return {
    ...(exports as Compiled),
    memory,
    addressOf: bytes => (buffers.has(bytes.buffer) ? bytes.byteOffset : undefined),
    bufferTo(address, bytes) {
      // Another thread may have made it grow, of which this one's buffer does not know before it asks.
      if (address + bytes > memory.buffer.byteLength) memory.grow(0)
      buffers.add(memory.buffer)
      return memory.buffer
    },
    take(bytes) {
      const units = Math.ceil(bytes / UNIT)
      const first = Atomics.add(taken, TAKEN, units)
      const missing = Math.ceil(((first + units) * UNIT - memory.buffer.byteLength) / PAGE)
      if (missing > 0) memory.grow(missing)
      return first * UNIT
    },
  }
}

function newMemory(): KernelMemory {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES, shared: true })
  new Uint32Array(memory.buffer)[TAKEN] = PAGE / UNIT
  return memory
}
