import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync, crc32 as reference } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../src/core/security/codecs/crc32.ts'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { wholeOf } from '../../../src/core/security/content/whole-of.ts'
import { decompress } from '../../../src/core/security/decompress.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { openMember } from '../../../src/core/security/zip/open-member.ts'
import { readZip } from '../../../src/core/security/zip/read-zip.ts'
import { cpuSeconds } from '../../harness/cpu-seconds.ts'

const cases = new URL('../../cases/security/', import.meta.url)
const sample = (folder: string) => {
  const here = new URL(`${folder}/`, cases)
  return new Uint8Array(readFileSync(new URL(readdirSync(here).find(file => file !== 'expected.json') ?? '', here)))
}

interface Made {
  readonly name: string
  readonly content: Uint8Array
  readonly size?: number
  readonly method?: 0 | 8
  readonly crc?: number
}

/** A zip archive put together by the letter of the APPNOTE. */
function archive(members: readonly Made[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const { name, content, size = content.length, method = 0, crc = reference(content) } of members) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), content])
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, rest, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const deflated = (name: string, content: Uint8Array, size = content.length): Made => ({
  name,
  content: deflateRawSync(content),
  size,
  method: 8,
  crc: reference(content),
})

describe('the checksum', () => {
  it.each([0, 1, 7, 8, 9, 63, 64, 65, 1000])('is that of zlib for %i bytes', length => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 131 + (i >> 3)) & 0xff)
    expect(crc32(bytes)).toBe(reference(bytes))
    expect(crc32(new Uint8Array([9, ...bytes]).subarray(1))).toBe(reference(bytes))
  })

  it('is 0xcbf43926 for the digits that every catalogue of checksums uses', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })
})

describe('a sound archive', () => {
  it.each([
    'torch/state-dict',
    'npz/arrays',
    'npz/compressed',
    'skops/logistic',
    'keras/weights-npz',
    'torchscript/linear',
  ])('%s has no fault, and every member its content', async name => {
    const found = readZip(memorySource(sample(name)))
    expect(found.fault).toBeUndefined()
    expect(found.members.length).toBeGreaterThan(0)
    for (const member of found.members) expect((await openMember(found, member, { decompress })).fault).toBeUndefined()
  })

  it('gives names, sizes and content', async () => {
    const content = new TextEncoder().encode('some text, '.repeat(50))
    const found = readZip(memorySource(archive([{ name: 'a/b.txt', content }, deflated('c.txt', content)])))
    expect(found).toMatchObject({
      fault: undefined,
      members: [
        { name: 'a/b.txt', method: 'stored' },
        { name: 'c.txt', method: 'deflated' },
      ],
    })
    for (const member of found.members) {
      const opened = await openMember(found, member, { decompress })
      expect({ ...opened, content: wholeOf(opened.content) }).toEqual({ content })
    }
  })
})

describe('every byte counts', () => {
  it.each(['npz/arrays', 'torch/by-hand', 'skops/function-transformer'])(
    'no byte of %s can be changed, added or left out without its being said',
    async name => {
      const original = sample(name)
      const passing = new Set<string>()
      for (let at = 0; at < original.length; at++) {
        const bytes = original.slice()
        bytes[at] = (bytes[at] ?? 0) ^ 0x01
        const { inspection } = await inspectFile(bytes, { decompress })
        if (inspection.status === 'pass') passing.add(fieldAt(original, at))
      }
      for (const cut of [
        original.subarray(1),
        original.subarray(0, -1),
        new Uint8Array([0, ...original]),
        new Uint8Array([...original, 0]),
      ])
        expect((await inspectFile(cut, { decompress })).inspection.status).not.toBe('pass')
      expect([...passing].toSorted()).toEqual(UNREAD)
    },
  )
})

/** What no reader's result depends on: versions of the writer, attributes of the file system. */
const UNREAD = ['attributes', 'version']

function fieldAt(bytes: Uint8Array, at: number): string {
  const text = Buffer.from(bytes).toString('latin1')
  const local = text.lastIndexOf('PK\x03\x04', at)
  const central = text.lastIndexOf('PK\x01\x02', at)
  if (central >= 0) {
    const into = at - central
    if (into >= 4 && into < 8) return 'version'
    return into >= 36 && into < 42 ? 'attributes' : `central ${into}`
  }
  return at - local >= 4 && at - local < 6 ? 'version' : `local ${at - local}`
}

describe('bombs', () => {
  const zeros = new Uint8Array(80 * 1024 * 1024)

  it('a member that says how much it inflates to is not inflated', async () => {
    const { inspection } = await inspectFile(archive([deflated('a.npy', zeros)]), { decompress })
    expect(inspection).toMatchObject({ status: 'inconclusive', limit: 'ratio' })
    expect(inspection.reason).toMatch(/inflate to 83 886 080 bytes, as a bomb does/)
  })

  it('a member that says less is stopped', async () => {
    const { inspection } = await inspectFile(archive([deflated('a.npy', zeros, 100)]), { decompress })
    expect(inspection).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringMatching(/cannot be inflated.*bomb/),
    })
  })

  it('many members that say less are stopped together', async () => {
    let inflated = 0
    const bytes = archive(
      Array.from({ length: 50 }, (_, i) => deflated(`${i}.npy`, zeros.subarray(0, 30_000_000), 100)),
    )
    const counting = async (...args: Parameters<typeof decompress>) => {
      const found = await decompress(...args)
      inflated += found.bytes.length
      return found
    }
    const before = process.cpuUsage()
    const { inspection } = await inspectFile(bytes, { decompress: counting })
    expect(inspection.status).toBe('inconclusive')
    expect(inflated).toBeLessThanOrEqual(300_000_000)
    expect(cpuSeconds(before)).toBeLessThan(20)
  })

  it('members that all are the same bytes are not read again and again', async () => {
    const one = archive([{ name: 'a/data.pkl', content: new Uint8Array(1_000_000) }])
    const directory = one.length - 22 - 56
    const entry = one.subarray(directory, directory + 56)
    const end = one.slice(-22)
    const view = new DataView(end.buffer)
    view.setUint16(8, 60_000, true)
    view.setUint16(10, 60_000, true)
    view.setUint32(12, 60_000 * 56, true)
    const bytes = new Uint8Array(directory + 60_000 * 56 + 22)
    bytes.set(one.subarray(0, directory))
    for (let i = 0; i < 60_000; i++) bytes.set(entry, directory + i * 56)
    bytes.set(end, bytes.length - 22)
    const before = process.cpuUsage()
    const { inspection } = await inspectFile(bytes, { decompress })
    expect(inspection.status).toBe('inconclusive')
    expect(inspection.reason).toMatch(/overlaps/)
    expect(cpuSeconds(before)).toBeLessThan(5)
  })
})

it('a finding survives a fault of the archive', async () => {
  const { inspection } = await inspectFile(sample('zip/checksum-wrong-and-payload'), { decompress })
  expect(inspection).toMatchObject({ status: 'fail', found: 1 })
  expect(inspection.reason).toMatch(/os\.getcwd.*in model\/data\.pkl.*besides, expected a zip archive.*wrong checksum/)
})
