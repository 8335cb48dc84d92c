import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../src/codecs/node-codecs.ts'
import type { AllowedName } from '../../src/core/security/allowlists/allow-list.ts'
import { findAllowed } from '../../src/core/security/allowlists/find-allowed.ts'
import { wholeOf } from '../../src/core/security/content/whole-of.ts'
import * as formats from '../../src/core/security/formats/index.ts'
import { inspectFile } from '../../src/core/security/inspect-file.ts'
import * as classes from '../core/security/corpus/classes/index.ts'
import { generatePickle } from './fuzz/generate-pickle.ts'
import { type Hdf5Thread, startHdf5Thread } from './fuzz/hdf5-in-a-thread.ts'
import { listInstructions } from './fuzz/list-instructions.ts'
import { mutate } from './fuzz/mutate.ts'
import { randomFrom } from './fuzz/random.ts'
import { readingDifference } from './fuzz/reading-difference.ts'
import { type Answer, type Deed, type Oracle, startOracle } from './fuzz/start-oracle.ts'

/** How long each part runs, in seconds, and where its cases begin: FUZZ_SECONDS=600 FUZZ_SEED=7 npm run fuzz. Else the same cases every time. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
/** Longest that one case may keep this thread busy, in milliseconds; and last, on a machine that does other things too. */
const MAX_CASE = 20_000
const MAX_WAIT = 200_000
const LARGEST = 64 * 1024
const BATCH = 100
const MUTATIONS = 20_000
const PICKLES = 100_000
const TIMEOUT = (SECONDS + 400) * 1000

const CASES = new URL('../cases/security/', import.meta.url)

/** Every file of every format that is small enough, as its library has written it or somebody has bent it. */
const files = Object.values(formats)
  .map(({ id }) => new URL(`${id}/`, CASES))
  .filter(folder => existsSync(folder))
  .flatMap(folder => readdirSync(folder).map(name => new URL(`${name}/`, folder)))
  .flatMap(folder =>
    readdirSync(folder)
      .filter(name => name !== 'expected.json')
      .map(name => new URL(name, folder)),
  )
  .filter(file => statSync(file).size > 0 && statSync(file).size <= LARGEST)
  .map(file => ({ name: file.pathname.slice(CASES.pathname.length), bytes: new Uint8Array(readFileSync(file)) }))
const everything = files.map(({ bytes }) => bytes)
const pickles = files.filter(({ name }) => /^pickle\//.test(name)).map(({ bytes }) => bytes)

/** Runs cases from the seed on, as many as are always run, and on until the time is over; gives how many. */
async function untilTheEnd(always: number, run: (seed: number) => Promise<number>): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let cases = 0
  while (SECONDS === 0 ? cases < always : performance.now() < end) cases += await run(SEED + cases)
  return cases
}

async function judge(bytes: Uint8Array, origin: string) {
  const started = performance.now()
  const busy = process.threadCpuUsage()
  const found = await inspectFile(bytes, {
    ...nodeCodecs(),
    hear: () => {},
    readHdf5: source => hdf5.read(wholeOf(source)),
  }).catch((cause: unknown) => {
    throw new Error(`${origin} ends in an exception; its bytes: ${hex(bytes)}`, { cause })
  })
  const { user, system } = process.threadCpuUsage(busy)
  const took = (user + system) / 1000
  expect(took, `${origin} takes too long; its bytes: ${hex(bytes)}`).toBeLessThan(MAX_CASE)
  expect(performance.now() - started, `${origin} lasts too long; its bytes: ${hex(bytes)}`).toBeLessThan(MAX_WAIT)
  const { status, findings, reason } = found.inspection
  expect(['pass', 'fail', 'inconclusive'], origin).toContain(status)
  expect(findings.length > 0, `${origin}: ${reason}`).toBe(status === 'fail')
  return { ...found, took }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).subarray(0, 4096).toString('hex')

/** Our reading of a pickle's instructions beside that of CPython's disassembler. */
async function holdToListing(stream: Uint8Array, answer: Answer | undefined, origin: string) {
  if (!answer?.listing) return
  const difference = readingDifference(stream, answer.listing)
  if (difference === undefined) return
  const theirs = await oracle.lines(stream)
  const ours = listInstructions(stream).lines
  const at = theirs.findIndex((line, i) => line !== ours[i])
  const where = at < 0 ? theirs.length : at
  expect.fail(
    `${origin} is read otherwise: ${difference}; ours ${ours[where]}, theirs ${theirs[where]}; its bytes: ${hex(stream)}`,
  )
}

let oracle: Oracle
let hdf5: Hdf5Thread
beforeAll(async () => {
  oracle = await startOracle()
  hdf5 = startHdf5Thread()
})
afterAll(async () => {
  oracle?.close()
  await hdf5?.close()
})

it(
  'whatever happens to files of any format, they are judged in time, and none passes in which CPython would run something',
  async () => {
    const seen = { pass: 0, warn: 0, fail: 0, inconclusive: 0 }
    let slowest = { took: 0, origin: '' }
    const cases = await untilTheEnd(MUTATIONS, async seed => {
      const passed: { origin: string; bytes: Uint8Array; format: string }[] = []
      for (let i = 0; i < BATCH; i++) {
        const random = randomFrom(seed + i)
        const file = random.pick(files)
        const origin = `Seed ${seed + i} (${file.name})`
        const bytes = mutate(file.bytes, random, everything)
        const { inspection, took, format } = await judge(bytes, origin)
        seen[inspection.status]++
        if (took > slowest.took) slowest = { took, origin }
        if (inspection.status === 'pass') passed.push({ origin, bytes, format })
      }
      const answers = await oracle.ask(passed.map(({ bytes }) => bytes))
      for (const [i, { origin, bytes, format }] of passed.entries()) {
        const wrong = answers[i]?.deeds.find(deed => !isAllowed(deed, 'replayed') && !isOrdinary(deed, format))
        expect(wrong, `${origin} passes as ${format}; its bytes: ${hex(bytes)}`).toBeUndefined()
      }
      return BATCH
    })
    console.log(
      `Mutations: ${cases} cases from seed ${SEED} on; ${JSON.stringify(seen)}; slowest ${slowest.took.toFixed(0)} ms, ${slowest.origin}; ${hdf5.stuck} HDF5 files on which the library had to be stopped`,
    )
    expect(seen.fail).toBeGreaterThan(0)
    expect(seen.inconclusive).toBeGreaterThan(0)
  },
  TIMEOUT,
)

it('a file on which the HDF5 library goes round in circles can be ended from outside', async () => {
  const file = readFileSync(new URL('fuzz/never-ends.h5', import.meta.url))
  expect((await hdf5.read(new Uint8Array(file))).fault).toBe('it takes too long')
})

describe('beside the unpicklers of CPython', () => {
  it('the oracle sees what a stream does', async () => {
    const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
    const answers = await oracle.ask([latin1('cos\ngetpid\n(tR.'), latin1('\x80\x02N.')])
    expect(answers.map(({ deeds }) => deeds)).toEqual([
      [
        ['call', 'os', 'getpid'],
        ['import', 'os', 'getpid'],
        ['named', 'os', 'getpid'],
      ],
      [],
    ])
  })

  it('every pickle of every format and library is read instruction for instruction as the disassembler reads it', async () => {
    const answers = await oracle.ask(everything)
    const stopped = answers.filter(({ listing }) => listing?.reason === '' && listing.count > 10)
    expect(stopped.length).toBeGreaterThan(20)
    for (const [i, { name, bytes }] of files.entries()) await holdToListing(bytes, answers[i], name)
  })

  it(
    'no pickle passes that imports, calls or changes what is not allowed',
    async () => {
      const seen = { pass: 0, warn: 0, fail: 0, inconclusive: 0 }
      let deeds = 0
      let crashes = 0
      const cases = await untilTheEnd(PICKLES, async seed => {
        const made = Array.from({ length: BATCH }, (_, i) => {
          const random = randomFrom(seed + i)
          const stream = generatePickle(random, pickles)
          return random.chance(0.2) ? mutate(stream, random, pickles) : stream
        })
        const answers = await oracle.ask(made)
        for (const [i, stream] of made.entries()) {
          const origin = `Seed ${seed + i} of the pickles`
          const { inspection, format } = await judge(stream, origin)
          seen[inspection.status]++
          const done = answers[i]?.deeds ?? []
          await holdToListing(stream, answers[i], origin)
          deeds += done.length
          if (done.some(([what]) => what === 'crash')) crashes++
          const wrong = done.find(
            deed => !isAllowed(deed, format === 'joblib' ? 'replayed' : 'refused') && !isOrdinary(deed, format),
          )
          if (inspection.status === 'pass')
            expect(
              wrong,
              `${origin} passes as ${format}: ${inspection.reason}; its bytes: ${hex(stream)}`,
            ).toBeUndefined()
        }
        return BATCH
      })
      console.log(
        `Pickles: ${cases} cases from seed ${SEED} on, beside ${oracle.version}; ${JSON.stringify(seen)}; ${deeds} deeds; ${crashes} streams that ended CPython itself`,
      )
      expect(seen.pass).toBeGreaterThan(0)
      expect(deeds).toBeGreaterThan(cases)
    },
    TIMEOUT,
  )

  it('every pickle of the corpus that CPython reads to harm is refused', async () => {
    const samples = (await Promise.all(Object.values(classes).map(each => each.samples()))).flat()
    const small = samples.filter(({ content }) => content.length <= LARGEST)
    const answers = await oracle.ask(small.map(({ content }) => content))
    const harmful = small.filter((_, i) =>
      answers[i]?.deeds.some(deed => !isAllowed(deed) && !isOrdinary(deed, 'text')),
    )
    expect(harmful.length).toBeGreaterThan(200)
    for (const { path, content } of harmful)
      expect((await judge(content, path)).inspection.status, path).not.toBe('pass')
  })
})

/**
 * To an unpickler any word that begins with c is an import, and one with P asks the loader for something. A text that calls nothing is
 * a text all the same, unless its name says that it will be unpickled. torch's storages are persistent ids.
 */
function isOrdinary([what, , name]: Deed, format: string): boolean {
  if (format === 'text') return what === 'import' || what === 'persistent'
  if (format === 'joblib') return BY_MEMO.includes(name)
  return /^torch/.test(format) && what === 'persistent'
}

/** Names that pickle.load, but not joblib.load, takes from wherever its memo has come to: see pickle/inspect-pickle.ts. */
const BY_MEMO = ['dtype', 'scalar']

/** What a deed needs, by the allow list's letters. */
const NEEDS: Readonly<Record<string, string>> = {
  call: 'R',
  'build what came of': 'R',
  new: 'N',
  build: 'B',
  item: 'D',
  append: 'L',
}

/** Whether the allow list has it; names are mapped as protocols below 3 map them, or not. */
function isAllowed([what, module, name]: Deed, joblibArrays: 'replayed' | 'refused' = 'refused'): boolean {
  if (what === 'named') return true
  const entries = [2, 4].map(protocol => findAllowed(module, name, { protocol, joblibArrays }))
  return entries.some(entry => entry !== undefined && allows(entry, what))
}

const allows = ({ uses }: AllowedName, what: string) => what === 'import' || uses.includes(NEEDS[what] ?? 'none')
