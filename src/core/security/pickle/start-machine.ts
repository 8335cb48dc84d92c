import type { Source } from '../content/source.ts'
import type { Machine } from './machine.ts'
import { NONE } from './value.ts'

/** A machine before its first instruction, which is at `start`. */
export function startMachine(
  source: Source,
  start: number,
  loader: Pick<Machine, 'joblibArrays' | 'persistent' | 'hear' | 'nested'>,
): Machine {
  return {
    ...loader,
    source,
    window: source.window(start, 1),
    offset: start,
    position: start,
    protocol: 0,
    frameEnd: undefined,
    stack: [],
    marks: [],
    memo: new Map(),
    memmaps: 0,
    opcodes: 0,
    globals: new Map(),
    refusals: [],
    refused: 0,
    deviations: [],
    halted: undefined,
    exhausted: false,
    stopped: false,
    result: NONE,
  }
}
