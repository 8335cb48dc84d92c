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

/** The compiled functions, with a memory of their own. */
export interface Kernel extends Compiled {
  /** The first address of so many bytes that nobody else uses, all zero. They are kept as long as the kernel is. */
  take(bytes: number): number
  /** The memory from its first byte to the last one taken; what was given before sees the same bytes. */
  memory(): SharedArrayBuffer
  /** The address of bytes in this memory; undefined of others. */
  addressOf(bytes: Uint8Array): number | undefined
}

/** TypeScript knows it with a browser's types only. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object
  Memory: new (size: {
    initial: number
    maximum: number
    shared: true
  }) => {
    readonly buffer: SharedArrayBuffer
    grow(pages: number): void
  }
  Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

let compiled: object | undefined

/** A kernel for one thread. Its memory is of the kind that threads share, as that one grows without moving. */
export function startKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'))
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES, shared: true })
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
  // A new one whenever the memory grows.
  const buffers = new WeakSet<ArrayBufferLike>()
  let used = PAGE
  return {
    ...(exports as Compiled),
    addressOf: bytes => (buffers.has(bytes.buffer) ? bytes.byteOffset : undefined),
    memory() {
      buffers.add(memory.buffer)
      return memory.buffer
    },
    take(bytes) {
      const first = used
      used += Math.ceil(bytes / 64) * 64
      const missing = Math.ceil(used / PAGE) - memory.buffer.byteLength / PAGE
      if (missing > 0) memory.grow(missing)
      return first
    },
  }
}
