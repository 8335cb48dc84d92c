import { expect, it } from 'vitest'
import { deniedAmong, readableColumns } from '../../src/engines/spark/readable-columns.ts'

/** Spark itself lets everybody read everything: what stands in front of one is played here, by the words that it has for a refusal. */
const REFUSALS = [
  "the statement is FAILED: BAD_REQUEST: [INSUFFICIENT_PERMISSIONS] Insufficient privileges: User does not have SELECT on Column 'x'. SQLSTATE: 42501",
  'org.apache.kyuubi.plugin.spark.authz.AccessControlException: Permission denied: user [me] does not have [select] privilege on [default/t/x]',
  'com.amazonaws.services.lakeformation.model.AccessDeniedException: Insufficient Lake Formation permission(s) on t',
  'org.apache.ranger.authorization.spark.authorizer.SparkAccessControlException: Permission denied: user me does not have [SELECT] privilege on [t/x]',
]

interface Table {
  readonly names: readonly string[]
  readonly denied: readonly string[]
  readonly refusal?: string | undefined
  /** Whether what is asked for by a star is refused as well. */
  readonly refusesAll?: boolean
  /** Columns of the table that its state has not. */
  readonly missing?: readonly string[]
}

function asking({ names, denied, refusal = REFUSALS[0], refusesAll = false, missing = [] }: Table) {
  const statements: string[] = []
  const ask = async (sql: string) => {
    statements.push(sql)
    if (sql.startsWith('DESCRIBE QUERY SELECT * FROM `t`')) {
      if (refusesAll) throw new Error(refusal)
      return { rows: names.map(name => [name, 'int', null]) }
    }
    if (sql === 'DESCRIBE TABLE `t`') {
      const parts = [
        ['', '', ''],
        ['# Partition Information', '', ''],
        ['# col_name', 'data_type', 'comment'],
        ['c0', 'int', null],
      ]
      return { rows: [...names.map(name => [name, 'int', null]), ...parts] }
    }
    const [, list = ''] = /^SELECT (.*) FROM `t`(?: VERSION AS OF 3)? LIMIT 0$/.exec(sql) ?? []
    const asked = list.split(', ').map(name => name.slice(1, -1))
    if (asked.some(name => missing.includes(name) || !names.includes(name)))
      throw new Error('[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column with name `permission denied` cannot be resolved.')
    if (asked.some(name => denied.includes(name))) throw new Error(refusal)
    return { rows: [] }
  }
  return { ask, statements }
}
const all = (table: Table, from = '`t`', unnamed: (name: string) => string | undefined = () => undefined) => {
  const { ask, statements } = asking(table)
  return { statements, found: readableColumns(ask, { table: 't', from, unnamed }) }
}

const NAMES = Array.from({ length: 200 }, (_, i) => `c${i}`)

it.each(REFUSALS)('finds out which columns may not be read, by statements that read nothing: %s', async refusal => {
  for (const refusesAll of [false, true]) {
    const { found, statements } = all({ names: NAMES, denied: ['c7', 'c150'], refusal, refusesAll })
    expect(await found).toEqual({
      isPartial: true,
      columns: NAMES.map(name => ({
        name,
        type: 'int',
        ...(name === 'c7' || name === 'c150' ? { denied: refusal } : {}),
      })),
    })
    expect(statements.length).toBeLessThan(40)
    expect(statements.filter(sql => !/^(DESCRIBE (QUERY|TABLE) |SELECT .* LIMIT 0$)/.test(sql))).toEqual([])
  }
})

it('asks twice where everything may be read', async () => {
  const { found, statements } = all({ names: ['a', 'b'], denied: [] })
  expect(await found).toEqual({
    isPartial: false,
    columns: [
      { name: 'a', type: 'int' },
      { name: 'b', type: 'int' },
    ],
  })
  expect(statements).toEqual(['DESCRIBE QUERY SELECT * FROM `t`', 'SELECT `a`, `b` FROM `t` LIMIT 0'])
})

it('leaves out columns that the state which is read has not, where only those of the table are listed', async () => {
  const table = { names: ['a', 'new', 'secret'], denied: ['secret'], missing: ['new'], refusesAll: true }
  expect((await all(table, '`t` VERSION AS OF 3').found).columns.map(({ name, denied }) => [name, denied])).toEqual([
    ['a', undefined],
    ['secret', REFUSALS[0]],
  ])
})

it('says of a column that must not be named why, and names it nowhere', async () => {
  const unnamed = (name: string) => (name === 'odd' ? 'it is odd' : undefined)
  const { found, statements } = all({ names: ['a', 'odd'], denied: ['odd'] }, '`t`', unnamed)
  expect(await found).toEqual({
    isPartial: false,
    columns: [
      { name: 'a', type: 'int' },
      { name: 'odd', type: 'int', denied: 'it is odd' },
    ],
  })
  expect(statements.join()).not.toMatch(/odd/)
})

it('does not open a table of which nothing may be read, or whose fault is another', async () => {
  await expect(all({ names: ['a', 'b'], denied: ['a', 'b'] }).found).rejects.toThrow(REFUSALS[0])
  const { found, statements } = all({ names: ['a', 'b'], denied: ['a'], refusal: '[INTERNAL_ERROR] no' })
  await expect(found).rejects.toThrow('[INTERNAL_ERROR] no')
  expect(statements).toHaveLength(2)
})

it('tells of columns that a job names, and nobody lists', async () => {
  const { ask } = asking({ names: ['a', 'secret'], denied: ['secret'] })
  expect(await deniedAmong(ask, '`t`', ['a', 'secret', 'gone'])).toEqual([
    { name: 'secret', type: 'unknown', denied: REFUSALS[0] },
  ])
})

it('ends where more than a thousand questions would be asked: what is open then may not be read', async () => {
  const names = Array.from({ length: 3000 }, (_, i) => `c${i}`)
  const denied = names.filter((_, i) => i % 2 === 0)
  const { found, statements } = all({ names, denied })
  const { columns } = await found
  expect(statements.length).toBeLessThan(1100)
  expect(columns).toHaveLength(3000)
  expect(denied.filter(name => columns.find(column => column.name === name)?.denied === undefined)).toEqual([])
})
