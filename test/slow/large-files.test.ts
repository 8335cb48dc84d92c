import { spawn } from 'node:child_process'
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeTorch } from '../../bench/scan/write-torch.ts'
import { Evidence } from '../../src/core/evidence.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const GIB = 2 ** 30
const folder = temporaryFolder('large')
const at = (name: string) => join(folder, name)

/** A file that begins and ends with these bytes, and is nothing but zeros between them, which take no room on the disk. */
function sparse(name: string, start: Buffer, zeros: number, end = Buffer.alloc(0)): void {
  writeFileSync(at(name), start)
  truncateSync(at(name), start.length + zeros + end.length)
  const file = openSync(at(name), 'r+')
  writeSync(file, end, 0, end.length, start.length + zeros)
  closeSync(file)
}

const text = (value: string) => Buffer.concat([le(8, value.length), Buffer.from(value, 'latin1')])
function le(bytes: 2 | 4 | 8, value: number): Buffer {
  const made = Buffer.alloc(8)
  made.writeBigUInt64LE(BigInt(value))
  return made.subarray(0, bytes)
}

function safetensors(bytes: number): Buffer {
  const header = Buffer.from(JSON.stringify({ w: { dtype: 'U8', shape: [bytes], data_offsets: [0, bytes] } }))
  return Buffer.concat([le(8, header.length), header])
}

/** One tensor of F32 in a GGUF file, its data aligned to 32 bytes. */
function gguf(items: number): Buffer {
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    ...[le(4, 3), le(8, 1), le(8, 1), text('general.architecture'), le(4, 8), text('llama')],
    ...[text('w'), le(4, 1), le(8, items), le(4, 0), le(8, 0)],
  ])
  return Buffer.concat([head, Buffer.alloc((32 - (head.length % 32)) % 32)])
}

function npy(bytes: number): Buffer {
  const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${bytes},), }`.padEnd(117).concat('\n')
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\0', 'latin1'), le(2, header.length), Buffer.from(header)])
}

/** A pickle that holds so many bytes, and after them imports what nothing allows. */
const pickle = (bytes: number) => Buffer.concat([Buffer.from('\x80\x04\x8e', 'latin1'), le(8, bytes)])
const PAYLOAD = Buffer.from('0\x8c\x02os\x8c\x06getcwd\x93)R.', 'latin1')

interface Run {
  readonly evidence: Evidence
  /** Most memory of any of its processes, in MiB. */
  readonly peak: number
}

/** The program from its sources, watched. */
function scan(...names: string[]): Promise<Run> {
  const program = new URL('../../src/cli/main.ts', import.meta.url).pathname
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'security-scan', ...names, '--json', '--quiet'], { cwd: folder })
    let output = ''
    let peak = 0
    const watch = setInterval(() => {
      peak = Math.max(peak, ...processesBelow(child.pid ?? 0).map(highWater))
    }, 20)
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part
    })
    child.on('error', reject)
    child.on('close', () => {
      clearInterval(watch)
      resolve({ evidence: Evidence.parse(JSON.parse(output)), peak })
    })
  })
}

function processesBelow(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean)
    return [pid, ...children.flatMap(child => processesBelow(Number(child)))]
  } catch {
    return []
  }
}

function highWater(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const told = ({ evidence }: Run) =>
  evidence.gate === 'security-scan'
    ? evidence.result?.files.map(({ path, format, bytes, status }) => [path, format, bytes, status])
    : undefined

beforeAll(() => {
  sparse('a.safetensors', safetensors(10 * GIB), 10 * GIB)
  sparse('b.gguf', gguf(1.25 * GIB), 5 * GIB)
  sparse('c.npy', npy(3 * GIB), 3 * GIB)
  sparse('d.pkl', pickle(5 * GIB), 5 * GIB, PAYLOAD)
  sparse('e.safetensors', safetensors(2 * GIB), 2 * GIB + 1)
  writeTorch(at('f.pt'), 16, GIB / 64)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('files of 10 GiB are read by pieces, in little memory', async () => {
  const run = await scan('a.safetensors', 'b.gguf', 'c.npy', 'd.pkl', 'e.safetensors')
  expect(told(run)).toEqual([
    ['a.safetensors', 'safetensors', statSync(at('a.safetensors')).size, 'pass'],
    ['b.gguf', 'gguf', statSync(at('b.gguf')).size, 'pass'],
    ['c.npy', 'npy', statSync(at('c.npy')).size, 'pass'],
    ['d.pkl', 'pickle', statSync(at('d.pkl')).size, 'fail'],
    ['e.safetensors', 'safetensors', statSync(at('e.safetensors')).size, 'inconclusive'],
  ])
  expect(run.peak).toBeGreaterThan(50)
  expect(run.peak).toBeLessThan(300)
})

it('a PyTorch file of 1 GiB takes less than 300 MiB, and one byte of it that is another is told', async () => {
  const run = await scan('f.pt')
  expect(told(run)).toEqual([['f.pt', 'torch', statSync(at('f.pt')).size, 'pass']])
  expect(run.peak).toBeLessThan(300)
  const file = openSync(at('f.pt'), 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, GIB / 2)
  byte.writeUInt8((byte.readUInt8() + 1) % 256)
  writeSync(file, byte, 0, 1, GIB / 2)
  closeSync(file)
  const changed = await scan('f.pt')
  expect(told(changed)?.[0]?.at(-1)).toBe('inconclusive')
  expect(changed.evidence.checks[0]?.reason).toContain('wrong checksum')
})
