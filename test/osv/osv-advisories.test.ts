import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PackageVersion } from '../../src/core/security/dependencies/vulnerabilities/package-version.ts'
import { UserError } from '../../src/core/user-error.ts'
import { fromArchive } from '../../src/osv/from-archive.ts'
import { osvAdvisories } from '../../src/osv/osv-advisories.ts'
import { type OsvServer, osvServer } from './osv-server.ts'

/** An answer has thirty of these seconds: a busy machine gives it too. */
const { find } = osvAdvisories({ second: 50 })
/** Written by Python's zipfile from `advisories/`, as OSV writes its own; the second with zip64 records throughout. */
const archive = (name: string) => readFileSync(new URL(`archives/${name}`, import.meta.url))
const PACKAGES: PackageVersion[] = [
  { ecosystem: 'PyPI', name: 'numpy', version: '2.4.6' },
  { ecosystem: 'PyPI', name: 'torch', version: '2.0.1' },
  { ecosystem: 'PyPI', name: 'torch', version: '2.6.0' },
  { ecosystem: 'PyPI', name: 'requests', version: '2.30.0' },
  { ecosystem: 'npm', name: 'lodash', version: '4.17.20' },
  { ecosystem: 'PyPI', name: 'toorch', version: '0.0.1' },
  { ecosystem: 'PyPI', name: 'torch' },
]
const EXPECTED = [
  [],
  ['GHSA-53q9-r3pm-6pq6', 'PYSEC-2025-41'],
  [],
  ['PYSEC-2023-74'],
  ['GHSA-35jh-r3h4-6jhm'],
  ['MAL-2024-1'],
  ['GHSA-53q9-r3pm-6pq6', 'PYSEC-2025-41'],
]
const ids = (found: readonly (readonly { readonly id: string }[])[]) =>
  found.map(records => records.map(({ id }) => id).toSorted())

let server: OsvServer
beforeEach(async () => {
  server = await osvServer()
})
afterEach(() => server.close())

describe('the server', () => {
  it('is asked for all packages at once, page by page, and for each advisory once', async () => {
    expect(ids(await find(PACKAGES, server))).toEqual(EXPECTED)
    const details = server.requests.filter(request => request.startsWith('GET'))
    expect(new Set(details).size).toBe(details.length)
    expect(server.batches[0]).toBe(PACKAGES.length)
    expect(server.batches.length).toBe(3)
  })

  it('is asked for at most a thousand packages in one request, and the order is kept', async () => {
    const many = Array.from(
      { length: 2001 },
      (_, i): PackageVersion => ({ ecosystem: 'PyPI', name: i === 1500 ? 'requests' : `p${i}`, version: '2.30.0' }),
    )
    const found = ids(await find(many, server))
    expect(server.batches).toEqual([1000, 1000, 1])
    expect(found).toHaveLength(2001)
    expect(found.flatMap((each, i) => (each?.length ? [i] : []))).toEqual([1500])
  })

  it.each([
    ['a rate limit', [{ status: 429, retryAfter: '2' }]],
    ['faults of a gateway', [502, 503, 504]],
    ['a dropped connection', ['drop' as const]],
    ['an answer that is cut off', ['cut' as const]],
    ['no answer', ['slow' as const]],
  ])('is asked again after %s', async (_, faults) => {
    server.fail(...faults)
    expect(ids(await find(PACKAGES, server))).toEqual(EXPECTED)
  })

  it('is waited for as long as it asks', async () => {
    server.fail({ status: 429, retryAfter: '4' })
    const started = Date.now()
    await find([{ ecosystem: 'PyPI', name: 'numpy', version: '1' }], server)
    expect(Date.now() - started).toBeGreaterThanOrEqual(190)
  })

  it.each([
    ['answers four times with a fault', [500, 500, 500, 500], /found HTTP status 500/],
    ['asks for too long a wait', [{ status: 429, retryAfter: '3600' }], /found HTTP status 429/],
    ['refuses the request', [400], /found HTTP status 400/],
    [
      'drops every connection',
      ['drop' as const, 'drop' as const, 'drop' as const, 'drop' as const],
      /found no connection/,
    ],
  ])('that %s is an error of the environment, with what to do', async (_, faults, message) => {
    server.fail(...faults)
    await expect(find(PACKAGES, server)).rejects.toMatchObject({
      code: 'osv.unreachable',
      kind: 'environment',
      message: expect.stringMatching(message),
      hint: expect.stringContaining('security.osv-url'),
    })
    expect(server.requests).toHaveLength(faults.length)
  })

  it('that is none of OSV is an error', async () => {
    await expect(find(PACKAGES, { url: `${server.url}/elsewhere` })).rejects.toMatchObject({ code: 'osv.unreachable' })
  })

  it('that names an advisory and has no details of it still tells that there is one', async () => {
    const other = await osvServer({ without: ['MAL-2024-1'] })
    const found = await find([{ ecosystem: 'PyPI', name: 'toorch', version: '0.0.1' }], other)
    await other.close()
    expect(found).toEqual([[{ id: 'MAL-2024-1' }]])
  })
})

describe('archives', () => {
  /** What all of them say of each package. */
  const match = (archives: readonly Uint8Array[]) => {
    const matched = archives.map(each => fromArchive(each, PACKAGES))
    return PACKAGES.map((_, i) => matched.flatMap(({ records }) => records[i] ?? []))
  }
  const attempt = <T>(work: () => T): T | string => {
    try {
      return work()
    } catch (error) {
      return error instanceof UserError ? error.code : String(error)
    }
  }

  it.each([['pypi.zip'], ['pypi-zip64.zip']])('give what the server gives (%s)', async name => {
    const archives = [archive(name), archive('npm.zip')]
    expect(ids(match(archives))).toEqual(EXPECTED)
    expect(match(archives)).toEqual(await find(PACKAGES, server))
  })

  it('say which ecosystems they hold', () => {
    expect(fromArchive(archive('npm.zip'), PACKAGES).ecosystems).toEqual(['npm'])
    expect(ids(match([archive('npm.zip')])).flat()).toEqual(['GHSA-35jh-r3h4-6jhm'])
  })

  it('that are damaged anywhere, cut off or no archive are an error, never an empty answer', () => {
    const whole = archive('pypi.zip')
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8((damaged[at] ?? 0) ^ 0xff, at)
      const found = attempt(() => ids(match([damaged, archive('npm.zip')])))
      // What a byte of a date or a name changes, the advisories do not feel.
      if (found !== 'osv.archive') expect(found, `byte ${at}`).toEqual(EXPECTED)
    }
    for (const bytes of [whole.subarray(0, -30), whole.subarray(0, 500), Buffer.from('{}'), Buffer.alloc(0)])
      expect(() => fromArchive(bytes, PACKAGES)).toThrow(expect.objectContaining({ code: 'osv.archive' }))
  })
})
