import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { prepareCertify } from '../../../src/commands/prepare-certify.ts'
import { selftest } from '../../../src/commands/selftest.ts'
import * as degradations from '../../../src/core/model/degradations/index.ts'
import { numbersOf, type Rows } from '../../../src/core/model/predictions/rows.ts'
import type { Degradation } from '../../../src/core/model/selftest/degradation.ts'
import { logOdds } from '../../../src/core/model/selftest/log-odds.ts'
import type { SelftestResult } from '../../../src/core/model/selftest/selftest-result.ts'
import { spreadOf } from '../../../src/core/model/selftest/spread-of.ts'
import { seeded } from '../../../src/core/stats/random/seeded.ts'
import { shuffle } from '../../../src/core/stats/random/shuffle.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const ROOT = new URL('../../../', import.meta.url)
const CASES = new URL('test/cases/degradations/', ROOT)
const read = (path: string, base = CASES) => readFileSync(new URL(path, base), 'utf8')

/** Verdict and checks by size, or why there is none. */
const Expected = z.record(z.string(), z.string())

const done = new Map<string, Promise<SelftestResult>>()

/** One run per settings: it has all degradations. */
function resultOf(yaml: string): Promise<SelftestResult> {
  const before = done.get(yaml)
  if (before) return before
  const settings = settingsOf(yaml)
  const { predictions = '', champion, attributes, history } = settings.certify
  const files = [predictions, champion, attributes, history].filter(file => file !== undefined)
  const { ports } = portsOf(Object.fromEntries(files.map(file => [file, read(file, ROOT)])))
  const run = selftest(settings, ports, 'out')
  done.set(yaml, run)
  return run
}

describe.each(Object.values(degradations))('$id', ({ id }) => {
  it.each(readdirSync(new URL(`${id}/`, CASES)))('%s', async name => {
    const result = await resultOf(read(`${id}/${name}/proofmark.yml`))
    expect(result.model.open).toEqual([])
    const degraded = result.degradations.find(one => one.id === id)
    const found =
      degraded?.inapplicable === undefined
        ? Object.fromEntries(
            (degraded?.tried ?? []).map(({ shown, verdict, caughtBy }) => [shown, [verdict, ...caughtBy].join(' ')]),
          )
        : { inapplicable: degraded.inapplicable }
    expect(found).toEqual(Expected.parse(JSON.parse(read(`${id}/${name}/expected.json`))))
    expect(JSON.stringify(result)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

it('every folder of cases belongs to a registered degradation', () => {
  expect(readdirSync(CASES).toSorted()).toEqual(
    Object.values(degradations)
      .map(({ id }) => id)
      .toSorted(),
  )
})

describe('what they do to the credit predictions', () => {
  const yaml = read('wrong-predictions/credit/proofmark.yml')

  /** A degradation on these settings, ready to be laid on in any size. */
  async function prepared(degradation: Degradation, text = yaml) {
    const settings = settingsOf(text)
    const { predictions = '', champion = '' } = settings.certify
    const { ports } = portsOf({ [predictions]: read(predictions, ROOT), [champion]: read(champion, ROOT) })
    const { collected, demands } = await prepareCertify(settings, ports, 'out')
    const own = collected.challenger.predictions
    if (!own) throw new Error('The predictions are at fault')
    const random = (purpose: string) => seeded('00', purpose)
    const order = shuffle(
      random('order'),
      Uint32Array.from({ length: own.rows.n }, (_, row) => row),
    )
    const rival = collected.champion?.predictions
    const at = degradation.prepare({ ...demands, own, order, random, ...(rival ? { champion: rival } : {}) })
    if (typeof at === 'string') throw new Error(at)
    return { own, at }
  }
  const changed = (before: Float64Array, after: Float64Array) =>
    new Set(before.keys().filter(row => before[row] !== after[row]))

  it('flips put the score of exactly a share of the rows on the other side, and a greater share takes in the smaller', async () => {
    const { own, at } = await prepared(degradations.wrongPredictions)
    const scores = numbersOf(own.rows, 'score')
    const some = numbersOf(at(0.05).rows, 'score')
    const more = numbersOf(at(0.1).rows, 'score')
    expect(changed(scores, some).size).toBe(67)
    expect(changed(scores, more).size).toBe(134)
    expect(changed(scores, some).isSubsetOf(changed(scores, more))).toBe(true)
    for (const row of changed(scores, more)) expect((more[row] ?? 0) >= 0.5).toBe((scores[row] ?? 0) < 0.5)
  })

  it('shuffling keeps every score, and hardly one in its place', async () => {
    const { own, at } = await prepared(degradations.shuffledPredictions)
    const scores = numbersOf(own.rows, 'score')
    const all = numbersOf(at(1).rows, 'score')
    expect(all.toSorted()).toEqual(scores.toSorted())
    expect(changed(scores, all).size).toBeGreaterThan(1300)
    expect(changed(scores, numbersOf(at(0.1).rows, 'score')).size).toBeGreaterThan(120)
    expect(changed(scores, numbersOf(at(0.1).rows, 'score')).size).toBeLessThanOrEqual(134)
  })

  it('a shifted threshold keeps the order of the scores and decides as the other threshold would', async () => {
    const { own, at } = await prepared(degradations.shiftedThreshold)
    const scores = numbersOf(own.rows, 'score')
    const moved = numbersOf(at(0.25).rows, 'score')
    expect(moved.map(score => Number(score >= 0.5))).toEqual(scores.map(score => Number(score >= 0.625)))
    const order = (of: Float64Array) => [...of.keys()].sort((a, b) => (of[a] ?? 0) - (of[b] ?? 0) || a - b)
    expect(order(moved)).toEqual(order(scores))
  })

  it('rows that are left out are those that the model does worst on, rows that are repeated have the id of another', async () => {
    const dropped = (await prepared(degradations.droppedRows)).at(0.05).rows
    expect(dropped.n).toBe(1337 - 67)
    const { own, at } = await prepared(degradations.duplicatedRows)
    const { rows, ids } = at(0.01)
    expect(rows.n).toBe(1337 + 13)
    for (let row = 1337; row < rows.n; row++) expect(own.ids.rowOf(ids, row)).toBeLessThan(1337)
  })

  it('noise has the size that is asked for, on the scale of log odds', async () => {
    const { own, at } = await prepared(degradations.noisyScores)
    const scores = numbersOf(own.rows, 'score')
    const [before, after] = [scores.map(logOdds), numbersOf(at(0.5).rows, 'score').map(logOdds)]
    const noise = after.map((score, row) => score - (before[row] ?? 0))
    expect(spreadOf(noise) / spreadOf(before)).toBeCloseTo(0.5, 1)
  })

  it('noise and bias move the ends of a prediction interval with what lies between them', async () => {
    const regression = read('noisy-scores/regression/proofmark.yml')
    for (const degradation of [degradations.noisyScores, degradations.biasedPredictions]) {
      const { own, at } = await prepared(degradation, regression)
      const moved = at(1).rows
      for (const role of ['lower', 'upper']) {
        const distance = (rows: Rows) =>
          numbersOf(rows, role).map((end, row) => end - (numbersOf(rows, 'predicted')[row] ?? 0))
        const [before, after] = [distance(own.rows), distance(moved)]
        for (const [row, one] of after.entries()) expect(one).toBeCloseTo(before[row] ?? Number.NaN, 9)
      }
    }
  })

  it('the champion takes the place of the challenger row by row', async () => {
    const settings = read('champion-as-challenger/better-than-a-worse-one/proofmark.yml')
    const { own, at } = await prepared(degradations.championAsChallenger, settings)
    const champion = read('examples/credit/predictions-overregularised.csv', ROOT).trimEnd().split('\n')
    const column = champion[0]?.split(',').indexOf('p_bad') ?? -1
    const its = champion.slice(1).map(line => Number(line.split(',')[column]))
    const scores = numbersOf(at(1).rows, 'score')
    expect(own.rows.n).toBe(its.length)
    expect([...scores].toSorted()).toEqual(its.toSorted())
  })
})
