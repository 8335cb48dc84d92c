import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { askedAnew } from '../../src/engines/spark/asked-anew.ts'
import { runStatement } from '../../src/engines/spark/run-statement.ts'
import { openSession, SEMANTICS } from '../../src/engines/spark/session.ts'
import { spark } from '../../src/engines/spark/spark.ts'
import { sparkConnection } from '../../src/engines/spark/spark-connection.ts'
import { readReply } from '../../src/engines/spark/thrift/read-thrift.ts'
import { THRIFT_TYPE } from '../../src/engines/spark/thrift/thrift-type.ts'
import {
  type Written,
  writeBool,
  writeBytes,
  writeInt,
  writeLong,
  writeStruct,
  writeText,
} from '../../src/engines/spark/thrift/write-thrift.ts'

const LIMITS = { seconds: 20, bytes: 50, memory: '' }

const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const list = (type: number, values: readonly Written[]): Written => ({
  type: THRIFT_TYPE.list,
  bytes: Buffer.concat([Buffer.of(type), int(values.length), ...values.map(({ bytes }) => bytes)]),
})
const texts = (values: readonly string[]) => list(THRIFT_TYPE.binary, values.map(writeText))
/** What a server answers to a call of this name. */
const reply = (name: string, result: Written, kind = 2, field = 0): Buffer =>
  Buffer.concat([Buffer.of(0x80, 1, 0, kind), writeText(name).bytes, int(0), writeStruct({ [field]: result }).bytes])
const fine = writeStruct({ 1: writeInt(0) })
const id = writeStruct({ 1: writeBytes(Buffer.alloc(16, 0xab)), 2: writeBytes(Buffer.alloc(16, 1)) })
const state = (number: number, message?: string) =>
  writeStruct({ 1: fine, 2: writeInt(number), ...(message === undefined ? {} : { 5: writeText(message) }) })
const rowsOf = (cells: readonly string[], nulls = 0, more: Record<number, Written> = {}) =>
  writeStruct({
    1: fine,
    3: writeStruct({
      1: writeLong(0),
      2: list(THRIFT_TYPE.struct, []),
      3: list(THRIFT_TYPE.struct, [
        writeStruct({ 7: writeStruct({ 1: texts(cells), 2: writeBytes(Buffer.of(nulls)) }), ...more }),
      ]),
    }),
  })
const operation = writeStruct({
  1: fine,
  2: writeStruct({ 1: id, 2: writeInt(0), 3: writeBool(true) }),
})

type Reply = Written | Buffer | number | 'drop' | 'drip'
/** What is answered to each call, one after the other; the last again and again. */
let answers: Record<string, Reply[]> = {}
const asked: string[] = []
let said: { body: Buffer; authorization: string | undefined }[] = []
let url = ''
const server = createServer(async (request, response) => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  const body = Buffer.concat(pieces)
  const name = body.subarray(8, 8 + body.readInt32BE(4)).toString()
  asked.push(name)
  said.push({ body, authorization: request.headers.authorization })
  const all = answers[name] ?? [writeStruct({ 1: fine })]
  const answer = (all.length > 1 ? all.shift() : all[0]) ?? 500
  if (answer === 'drop') request.socket.destroy()
  else if (answer === 'drip') setInterval(() => response.write('\0'), 20).unref()
  else if (typeof answer === 'number') response.writeHead(answer, { 'retry-after': '0' }).end()
  else response.end(answer instanceof Uint8Array ? answer : reply(name, answer))
})
beforeAll(
  () =>
    new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
        resolve()
      })
    }),
)
beforeEach(() => {
  asked.length = 0
  said = []
  answers = {
    OpenSession: [writeStruct({ 1: fine, 2: writeInt(9), 3: writeStruct({ 1: id }) })],
    ExecuteStatement: [operation],
    GetOperationStatus: [state(2)],
    FetchResults: [rowsOf(['a', '', 'b'], 0b010), rowsOf([])],
  }
})
afterAll(() => server.close())

const run = async (limits = LIMITS, rows = 3) =>
  runStatement(await openSession(sparkConnection(url, {}, limits)), { sql: 'SELECT 1', rows, purpose: 't' }, () => {})

it('says what statements mean, waits, and fetches to the end', async () => {
  answers.GetOperationStatus = [state(0), state(1), state(2)]
  expect(await run()).toEqual({ id: 'abababab-abab-abab-abab-abababababab', rows: [['a'], [null], ['b']] })
  expect(asked).toEqual([
    'OpenSession',
    'ExecuteStatement',
    'GetOperationStatus',
    'GetOperationStatus',
    'GetOperationStatus',
    'FetchResults',
    'FetchResults',
    'CloseOperation',
  ])
  for (const [name, value] of Object.entries(SEMANTICS)) {
    expect(said[0]?.body.includes(`set:hiveconf:${name}`)).toBe(true)
    expect(said[0]?.body.includes(value)).toBe(true)
  }
  expect(said[1]?.body.includes('SELECT 1')).toBe(true)
  expect(said[0]?.authorization).toBe(`Basic ${btoa('proofmark:none')}`)
})

const failed = (message: string) => writeStruct({ 1: writeStruct({ 1: writeInt(3), 5: writeText(message) }) })
const classes = 'org.apache.hive.service.cli.HiveSQLException: Error running query: '
it.each<[string, Record<string, Reply[]>, string]>([
  [
    'a fault of a statement',
    { GetOperationStatus: [state(5, `${classes}[DIVIDE_BY_ZERO] Division by zero.\n\tat Java`)] },
    '[DIVIDE_BY_ZERO] Division by zero.',
  ],
  ['a refusal', { ExecuteStatement: [failed(`${classes}[PARSE_SYNTAX_ERROR] no`)] }, '[PARSE_SYNTAX_ERROR] no'],
  ['a fault without a class', { ExecuteStatement: [failed('it is full\nof it')] }, 'it is full'],
  ['a statement that somebody has ended', { GetOperationStatus: [state(3)] }, 'the server says that it is CANCELED'],
  ['a statement that somebody has closed', { GetOperationStatus: [state(4)] }, 'the server says that it is CLOSED'],
  ['a state that it does not know', { GetOperationStatus: [state(77)] }, 'the server says that it is UNKNOWN'],
  ["the server's own limit", { GetOperationStatus: [state(8)] }, 'it took more than 20 s'],
  ['too many rows', { FetchResults: [rowsOf(['a', 'b', 'c', 'd'])] }, 'it gave more than 3 rows'],
  ['too many bytes', { FetchResults: [rowsOf(['a'.repeat(60)])] }, 'it gave more than 50 bytes'],
  [
    'another message',
    { FetchResults: [reply('CloseSession', fine)] },
    'the server answered with what is no answer to FetchResults: another message',
  ],
  [
    'a refusal of the protocol',
    { FetchResults: [reply('FetchResults', writeText('no such method'), 3, 1)] },
    'no answer to FetchResults: a refusal',
  ],
  ['half an answer', { FetchResults: [reply('FetchResults', rowsOf(['a'])).subarray(0, 60)] }, 'it is cut off'],
  ['no Thrift at all', { FetchResults: [Buffer.from('<html>')] }, 'no answer to FetchResults'],
  ['nothing', { FetchResults: [Buffer.of()] }, 'it is cut off'],
  ['no handle', { ExecuteStatement: [writeStruct({ 1: fine })] }, 'the server gave no handle'],
  ['a fault of the server', { GetOperationStatus: [500] }, 'the server answered 500'],
  ['a server that is gone in the middle', { GetOperationStatus: ['drop'] }, 'no connection (ECONNRESET)'],
])('ends with a reason at %s', async (_, other, reason) => {
  answers = { ...answers, ...other }
  await expect(run()).rejects.toThrow(reason)
})

it('reads nothing that says it is larger, or deeper, than what has come', () => {
  const huge = { type: THRIFT_TYPE.list, bytes: Buffer.concat([Buffer.of(THRIFT_TYPE.i64), int(0x7fffffff)]) }
  expect(() => readReply(reply('a', writeStruct({ 1: huge })), 'a')).toThrow('it is cut off')
  let deep = writeStruct({})
  for (let i = 0; i < 40; i++) deep = writeStruct({ 1: deep })
  expect(() => readReply(reply('a', deep), 'a')).toThrow('it is nested too deep')
  const odd = { type: 99, bytes: Buffer.of() }
  expect(() => readReply(reply('a', writeStruct({ 1: odd })), 'a')).toThrow('it has the unknown type 99')
})

it('asks again where the server is busy, and sends no statement twice of which it does not know', async () => {
  answers = { ...answers, ExecuteStatement: [503, operation], GetOperationStatus: [502, 429, state(2)] }
  expect((await run()).rows).toHaveLength(3)
  answers.ExecuteStatement = [502]
  asked.length = 0
  await expect(run()).rejects.toThrow('the server answered 502')
  expect(asked.filter(name => name === 'ExecuteStatement')).toHaveLength(1)
})

it('ends a statement that takes too long, or that nobody waits for any more', async () => {
  answers.GetOperationStatus = [state(1)]
  await expect(run({ ...LIMITS, seconds: 1 })).rejects.toThrow('it took more than 1 s')
  expect(asked.slice(-2)).toEqual(['CancelOperation', 'CloseOperation'])
  const connection = sparkConnection(url, {}, { ...LIMITS, seconds: 60 })
  const session = await openSession(connection)
  asked.length = 0
  const running = runStatement(session, { sql: 'SELECT 1', rows: 1, purpose: 't' }, () => connection.end())
  await expect(running).rejects.toThrow('it was cancelled')
  expect(asked.slice(-2)).toEqual(['CancelOperation', 'CloseOperation'])
})

it.each(['ExecuteStatement', 'GetOperationStatus', 'FetchResults', 'OpenSession'])(
  'waits no longer for an answer that never ends: %s',
  async name => {
    answers[name] = ['drip']
    const start = performance.now()
    await expect(run({ ...LIMITS, seconds: 0.2 })).rejects.toThrow(
      name === 'OpenSession'
        ? `Expected the Thrift server of Spark to answer at ${url} but found no session within 0.2 s`
        : 'it took more than 0.2 s',
    )
    expect(performance.now() - start).toBeLessThan(2000)
  },
)

it('looks anew in a session of its own, unless all are the same', async () => {
  const connection = sparkConnection(url, {}, LIMITS)
  const known = await openSession(connection)
  const statement = { sql: 'SELECT 7', rows: 3, purpose: 't' }
  const none = rowsOf([])
  answers.FetchResults = [rowsOf(['UTC']), none, rowsOf(['7']), none]
  asked.length = 0
  expect((await askedAnew(known, statement, () => {})).rows).toEqual([['7']])
  expect(asked.filter(name => name.endsWith('Session'))).toEqual(['OpenSession', 'CloseSession'])
  answers.FetchResults = [rowsOf(['Etc/UTC']), none]
  asked.length = 0
  await expect(askedAnew(known, statement, () => {})).rejects.toThrow(
    'all of its sessions are one: set spark.sql.hive.thriftServer.singleSession to false',
  )
  expect(asked.filter(name => /Session|Execute/.test(name))).toEqual([
    'OpenSession',
    'ExecuteStatement',
    'CloseSession',
  ])
})

it('says who is not let in, and where nobody is', async () => {
  answers.OpenSession = [401]
  const open = (to: string) => spark({}, LIMITS).open({ engine: 'spark', url: to, table: 't' })
  await expect(open(url)).rejects.toThrow(
    `Expected the Thrift server of Spark at ${url} to let us in but it answered 401`,
  )
  await expect(open('http://127.0.0.1:9')).rejects.toThrow(
    'Expected the Thrift server of Spark to answer at http://127.0.0.1:9 but found no connection (ECONNREFUSED)',
  )
})

it.each([
  ['http://spark:10001', { PROOFMARK_SPARK_PASSWORD: 'secret' }, 'Expected an address that begins with https'],
  ['https://me:secret@spark', {}, "Expected the address of a Spark's Thrift server"],
  ['thrift://spark', {}, "Expected the address of a Spark's Thrift server"],
])('sends no credentials to %s', (address, environment, reason) => {
  expect(() => sparkConnection(address, environment, LIMITS)).toThrow(reason)
})

it('sends credentials of the environment by https', () => {
  const environment = { PROOFMARK_SPARK_USER: 'me', PROOFMARK_SPARK_PASSWORD: 'p' }
  const { headers, url: to } = sparkConnection('https://spark.example', environment, LIMITS)
  expect([headers.authorization, to.href]).toEqual([`Basic ${btoa('me:p')}`, 'https://spark.example/cliservice'])
})
