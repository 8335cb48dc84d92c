import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ScanLimits, USUAL_LIMITS } from '../../src/core/security/limits.ts'
import type { ScannedFile } from '../../src/ports.ts'
import { type ScanProcesses, scanProcesses } from '../../src/scanning/scan-processes.ts'
import { scannerProcess } from '../../src/scanning/scanner-process.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scanning-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (name: string, content: string | Uint8Array = 'x') => writeFileSync(join(root, name), content)

async function scanAll(
  names: readonly string[],
  limits: Partial<ScanLimits> = {},
  options: ScanProcesses = {},
): Promise<ScannedFile[]> {
  const scans = scanProcesses(root, options).open({ ...USUAL_LIMITS, ...limits })
  try {
    return await Promise.all(names.map(name => scans.scan(name, async () => undefined)))
  } finally {
    scans.close()
  }
}
const told = ({ inspected: { inspection } }: ScannedFile) => [inspection.status, inspection.limit]

describe('a process that comes to no end of its own', () => {
  const FAULTY = new URL('./faulty-worker.mjs', import.meta.url)
  const faulty = (workers: number): ScanProcesses => ({
    workers,
    start: limits => scannerProcess(limits, FAULTY),
  })
  const scanOne = async (name: string, limits: Partial<ScanLimits> = {}) => {
    const names = ['before', name, 'after', 'last']
    for (const each of names) put(each)
    const found = await scanAll(names, limits, faulty(1))
    // Whatever happens to one file, the others are read.
    expect(found.filter((_, i) => i !== 1).map(told)).toEqual(Array.from({ length: 3 }, () => ['pass', undefined]))
    return found[1]?.inspected.inspection
  }

  it('is stopped after its time', async () => {
    expect(await scanOne('hangs', { seconds: 1 })).toMatchObject({
      status: 'inconclusive',
      limit: 'time',
      reason: expect.stringContaining('within 1 seconds'),
      hint: expect.stringContaining('security.max-seconds'),
    })
  })

  it.each(['heap', 'buffers'])('is stopped at its memory, be it of %s', async kind => {
    expect(await scanOne(kind, { memory: 256 })).toMatchObject({
      status: 'inconclusive',
      limit: 'memory',
      reason: expect.stringContaining('256 MiB'),
      hint: expect.stringContaining('security.max-memory'),
    })
  })

  it.each([
    ['crashes', 'was ended by SIGSEGV'],
    ['leaves', 'ended with code 7'],
    ['throws', 'failed with TypeError: no such thing'],
  ])('is replaced where it %s', async (name, how) => {
    expect(await scanOne(name)).toMatchObject({
      status: 'inconclusive',
      limit: 'crash',
      reason: expect.stringContaining(how),
    })
  })

  it('gives no file the answer about the next, whenever that comes', async () => {
    const names = Array.from({ length: 40 }, (_, i) => (i % 4 === 1 ? `throws-${i}` : `reads-${i}`))
    for (const name of names) put(name)
    const found = await scanAll(names, {}, faulty(1))
    expect(found.map(told)).toEqual(
      names.map(name => (name.startsWith('throws') ? ['inconclusive', 'crash'] : ['pass', undefined])),
    )
  })

  it('is replaced where it speaks of another file', async () => {
    expect(await scanOne('mistakes')).toMatchObject({
      status: 'inconclusive',
      limit: 'crash',
      reason: expect.stringContaining('spoke of another file'),
    })
  })

  it('reads a file once more where it is one before that ended the process', async () => {
    const names = ['first', 'poisons', 'second', 'poisons-too', 'third', 'throws', 'last']
    for (const name of names) put(name)
    const found = await scanAll(names, {}, faulty(1))
    expect(found.map(told)).toEqual(
      names.map(name => (name === 'throws' ? ['inconclusive', 'crash'] : ['pass', undefined])),
    )
  })

  it('is stopped with the text or the archive that it reads, too', async () => {
    put('hangs.zip')
    const scans = scanProcesses(root, faulty(1)).open({ ...USUAL_LIMITS, seconds: 1 })
    try {
      expect(await scans.readDependencies('hangs.txt', 'numpy', 'included')).toMatchObject({
        fault: {
          code: 'scan.stopped',
          message: expect.stringMatching(/^Expected to read hangs\.txt within 1 seconds/),
        },
      })
      await expect(scans.matchAdvisories('hangs.zip', [])).rejects.toMatchObject({
        code: 'scan.stopped',
        message: expect.stringMatching(/^Expected to read hangs\.zip within 1 seconds/),
      })
      await expect(scans.readDependencies('throws.txt', '', 'named')).resolves.toMatchObject({
        fault: { message: expect.stringContaining('failed with TypeError') },
      })
    } finally {
      scans.close()
    }
  })

  it('is known for what it is where it does not even start', async () => {
    put('a')
    const start = (limits: ScanLimits) => scannerProcess(limits, new URL('./no-such-file.mjs', import.meta.url))
    await expect(scanAll(['a'], {}, { start })).rejects.toMatchObject({ code: 'scan.no-process', kind: 'environment' })
  })

  it('knows nothing of the environment and can write nothing', async () => {
    put('a')
    const [found] = await scanAll(['a'], {}, faulty(1))
    const [, variables = '', writes] = found?.inspected.title.split(' ') ?? []
    expect(variables.split(',').filter(name => name !== '' && !name.startsWith('NODE_'))).toEqual([])
    expect(writes).toBe('ERR_ACCESS_DENIED')
  })

  it('is one for little work and several for much', async () => {
    const names = Array.from({ length: 80 }, (_, i) => `file-${i}`)
    for (const name of names) put(name)
    const processesFor = async (count: number) => {
      const found = await scanAll(names.slice(0, count), {}, faulty(3))
      return new Set(found.map(({ inspected }) => inspected.title.split(' ')[0])).size
    }
    expect(await processesFor(3)).toBe(1)
    expect(await processesFor(80)).toBeGreaterThan(1)
  })
})

describe('the real process', () => {
  const CASES = new URL('../cases/security/', import.meta.url)
  const cases = readdirSync(CASES).flatMap(format => {
    const [name = ''] = readdirSync(new URL(`${format}/`, CASES))
    const here = new URL(`${format}/${name}/`, CASES)
    const file = readdirSync(here).find(each => each !== 'expected.json') ?? ''
    const { status } = JSON.parse(readFileSync(new URL('expected.json', here), 'utf8'))
    return [{ name: `${format}-${file}`, content: readFileSync(new URL(file, here)), status }]
  })

  it('finds the same whatever the number of processes', async () => {
    for (const { name, content } of cases) put(name, content)
    put('requirements.txt', 'a==1\nb')
    put('pyproject.toml', 'not toml')
    const names = [...cases.map(({ name }) => name), 'requirements.txt', 'pyproject.toml']
    const [one, three] = [await scanAll(names, {}, { workers: 1 }), await scanAll(names, {}, { workers: 3 })]
    expect(three).toEqual(one)
    expect(one.slice(0, cases.length).map(({ inspected }) => inspected.inspection.status)).toEqual(
      cases.map(({ status }) => status),
    )
    expect(one.at(-1)?.dependencies).toMatchObject({ fault: { name: 'UserError', code: 'dependencies.syntax' } })
  })

  it('reads what declares dependencies, and matches archives of advisories', async () => {
    const osv = new URL('../osv/archives/', import.meta.url)
    put('all.zip', readFileSync(new URL('pypi.zip', osv)))
    put('cut.zip', readFileSync(new URL('pypi.zip', osv)).subarray(0, 500))
    const scans = scanProcesses(root).open(USUAL_LIMITS)
    try {
      const included = await scans.readDependencies('more.in', 'torch==2.0.1', 'included')
      expect(included).toMatchObject({ declared: { requirements: [{ name: 'torch', version: '2.0.1' }] } })
      expect(await scans.readDependencies('more.in', 'torch==2.0.1', 'named')).toBeUndefined()
      expect(await scans.readDependencies('pyproject.toml', 'not toml', 'named')).toMatchObject({
        fault: { name: 'UserError', code: 'dependencies.syntax' },
      })
      const asked = [{ ecosystem: 'PyPI', name: 'torch', version: '2.0.1' } as const]
      expect(await scans.matchAdvisories('all.zip', asked)).toMatchObject({
        ecosystems: ['PyPI'],
        records: [[{ id: expect.any(String) }, { id: expect.any(String) }]],
        sha256: createHash('sha256')
          .update(readFileSync(join(root, 'all.zip')))
          .digest('hex'),
      })
      await expect(scans.matchAdvisories('cut.zip', asked)).rejects.toMatchObject({ code: 'osv.archive' })
      await expect(scans.matchAdvisories('none.zip', asked)).rejects.toMatchObject({ code: 'file.system' })
    } finally {
      scans.close()
    }
  })

  it('asks how large the files beside a model are', async () => {
    const here = new URL('onnx/weights-beside/', CASES)
    for (const file of readdirSync(here)) put(file, readFileSync(new URL(file, here)))
    const asked: string[] = []
    const scans = scanProcesses(root).open(USUAL_LIMITS)
    const [model = ''] = readdirSync(here).filter(file => file.endsWith('.onnx'))
    const found = await scans.scan(model, async location => {
      asked.push(location)
      return 1_000_000
    })
    scans.close()
    expect(found.inspected.inspection.status).toBe('pass')
    expect(asked.every(location => existsSync(join(root, location)))).toBe(true)
    expect(asked.length).toBeGreaterThan(0)
  })

  it('stops at the ratio that is set', async () => {
    put('bomb.joblib', deflateSync(new Uint8Array(70 * 1024 * 1024)))
    expect((await scanAll(['bomb.joblib'], { ratio: 10 })).map(told)).toEqual([['inconclusive', 'ratio']])
  })

  it('opens streams inside one another as deep as is set, and finds what is in them', async () => {
    const payload = Buffer.from('\x80\x04\x8c\x02os\x8c\x06getcwd\x93)R.', 'latin1')
    put('deep', deflateSync(deflateSync(deflateSync(payload))))
    expect((await scanAll(['deep'], { depth: 2 })).map(told)).toEqual([['fail', undefined]])
    expect((await scanAll(['deep'], { depth: 1 })).map(told)).toEqual([['inconclusive', 'depth']])
  })

  it('stops a file whose reading takes longer than is set', async () => {
    put('long.bz2', readFileSync(new URL('bzip2/bomb/model.joblib', CASES)))
    expect((await scanAll(['long.bz2'], { seconds: 0.01 })).map(told)).toEqual([['inconclusive', 'time']])
  })
})
