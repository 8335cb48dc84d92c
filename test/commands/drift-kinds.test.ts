import { describe, expect, test } from 'vitest'
import { compare, csv } from '../core/drift/in-memory.ts'
import { random } from '../core/drift/random.ts'

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const { uniform, normal } = random(5)
const day = (from: string, i: number) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10)

describe('a column of true and false', () => {
  const flags = (n: number, share: number, words = ['true', 'false']) =>
    times(n, () => words[uniform() < share ? 0 : 1] ?? '')

  test('is boolean, however the words are written', async () => {
    const found = await compare(csv({ x: flags(800, 0.4) }), csv({ x: flags(800, 0.4, ['True', 'False']) }))
    expect(found.row('x')).toMatchObject({ kind: 'boolean', method: 'le-cam', unseen: { rows: 0 } })
    expect(found.verdict).toBe('passed')
  })

  test('that turns into 1 and 0 fails', async () => {
    const found = await compare(csv({ x: flags(300, 0.4) }), csv({ x: flags(300, 0.4, ['1', '0']) }))
    expect(found.check('x.type').status).toBe('fail')
  })
})

describe('a column of dates', () => {
  const days = (from: string, n: number) => times(n, i => day(from, i % 365))

  test('is not compared unless a method is chosen', async () => {
    const found = await compare(
      csv({ x: days('2023-01-01', 400), y: times(400, () => normal().toFixed(3)) }),
      csv({ x: days('2024-01-01', 400), y: times(400, () => normal().toFixed(3)) }),
    )
    expect(found.row('x')).toMatchObject({ kind: 'datetime', status: 'warn' })
    expect(found.check('x.comparable')).toMatchObject({ status: 'warn' })
  })

  test('is compared by its instants where one is', async () => {
    const methods = { datetime: 'kolmogorov-smirnov' }
    const found = await compare(csv({ x: days('2023-01-01', 400) }), csv({ x: days('2024-01-01', 400) }), { methods })
    expect(found.check('x.distribution')).toMatchObject({ status: 'fail', measured: { value: 1 } })
    expect(found.check('x.distribution').reason).toContain('median 2023-')
    const same = await compare(csv({ x: days('2023-01-01', 900) }), csv({ x: days('2023-01-01', 930) }), { methods })
    expect(same.check('x.distribution').status).toBe('pass')
  })

  test('fails where other texts come in', async () => {
    const found = await compare(
      csv({ x: days('2023-01-01', 300) }),
      csv({ x: [...days('2023-01-01', 290), ...times(10, () => 'soon')] }),
    )
    expect(found.check('x.type')).toMatchObject({ status: 'fail', measured: { value: 10, n: 300 } })
  })

  test('may have times and offsets', async () => {
    const stamps = (offset: string) =>
      times(200, i => `2024-03-${String((i % 28) + 1).padStart(2, '0')}T12:30:00${offset}`)
    const found = await compare(csv({ x: stamps('Z') }), csv({ x: stamps('+02:00') }), {
      methods: { x: 'wasserstein' },
    })
    expect(found.check('x.distribution').reason).toContain('W1 7200 s')
  })
})

describe('a chosen method', () => {
  const x = times(600, () => normal().toFixed(4))
  const shifted = x.map(value => (Number(value) + 0.5).toFixed(4))

  test('of the column goes before that of the kind, and its own limit before all others', async () => {
    const found = await compare(csv({ x, y: x }), csv({ x: shifted, y: shifted }), {
      methods: { numeric: 'psi', y: 'welch-t' },
      limits: { psi: 0.5, y: 0.75 },
    })
    expect(found.check('x.distribution')).toMatchObject({ measured: { method: 'psi' }, required: { value: 0.5 } })
    expect(found.check('y.distribution')).toMatchObject({ measured: { method: 'welch-t' }, required: { value: 0.75 } })
    expect(found.result.methods.map(({ id }) => id)).toEqual(['missing-share', 'psi', 'welch-t'])
  })

  test('says how to raise its limit', async () => {
    const found = await compare(csv({ x }), csv({ x: shifted }), { methods: { x: 'psi' } })
    expect(found.check('x.distribution').hint).toContain("raise 'limits.psi'")
  })

  test('draws by the digests of the tables: the same tables, the same numbers', async () => {
    const once = () => compare(csv({ x }), csv({ x: shifted }), { methods: { x: 'energy' } })
    const [first, second] = [await once(), await once()]
    expect(first.checks).toEqual(second.checks)
    expect(first.check('x.distribution').measured?.pValue).toBe(1 / 2000)
  })

  test.each([
    [{ methods: { x: 'fisher-exact' } }, /kind numeric but found 'fisher-exact'/],
    [{ methods: { categorical: 'welch-t' } }, /kind categorical but found 'welch-t'/],
    [{ methods: { z: 'psi' } }, /a kind or a compared column under 'drift.methods' but found 'z'/],
    [{ limits: { jensen: 0.1 } }, /a method or a compared column under 'drift.limits' but found 'jensen'/],
  ])('that does not fit is refused: %o', async (drift, message) => {
    await expect(compare(csv({ x }), csv({ x }), drift)).rejects.toThrow(message)
  })
})
