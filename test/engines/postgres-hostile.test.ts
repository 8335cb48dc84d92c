import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../src/core/user-error.ts'
import { postgres } from '../../src/engines/postgres/postgres.ts'
import { judged } from '../harness/engines/judged.ts'
import {
  answerOf,
  described,
  type Faults,
  int16,
  int32,
  LET_IN,
  message,
  type PostgresFront,
  READY,
  rowOf,
  startPostgresFront,
} from '../harness/engines/postgres-front.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const LIMITS = { seconds: 20, bytes: 10_000, memory: '' }
const QUICK = { ...LIMITS, seconds: 0.2 }
const SECRET = { PROOFMARK_POSTGRES_PASSWORD: 'secret' }
const folder = temporaryFolder('postgres-hostile')

let front: PostgresFront
/** What nobody has caught, here and now: it would end the process. */
const uncaught: unknown[] = []
const catches = (cause: unknown) => void uncaught.push(cause)
beforeEach(() => {
  uncaught.length = 0
  process.on('unhandledRejection', catches)
  process.on('uncaughtException', catches)
})
afterEach(async () => {
  await front.close()
  // What is thrown of a timer, or by a promise, comes after.
  await new Promise(resolve => setTimeout(resolve, 5))
  process.off('unhandledRejection', catches)
  process.off('uncaughtException', catches)
  expect(uncaught).toEqual([])
})

/** How a table is opened there: what is said, with the code, the hint and how often somebody has connected. */
async function opened(faults: Faults, limits = LIMITS, environment = {}, hint = /^Check the address|TLS|^Check that/) {
  front = await startPostgresFront(faults)
  const start = performance.now()
  const said = await postgres(environment, limits)
    .open({ engine: 'postgres', url: front.url, table: 't' })
    .then(
      async session => {
        await session.close()
        return 'opened'
      },
      cause => {
        if (!(cause instanceof UserError)) throw cause
        expect([cause.kind, cause.hint]).toEqual(['environment', expect.stringMatching(hint)])
        return cause.message.replace(/^Expected PostgreSQL to answer at 127\.0\.0\.1:\d+ but found /, '')
      },
    )
  expect(performance.now() - start).toBeLessThan(4000)
  return said
}

const write =
  (...parts: readonly Buffer[]) =>
  (socket: Socket) =>
    socket.write(Buffer.concat(parts))
const head = (type: string, length: number) => Buffer.concat([Buffer.from(type), int32(length)])
/** What is advised where it is no PostgreSQL. */
const OTHER = /^Check that the address is that of a PostgreSQL/
const drops = (socket: Socket) => socket.destroy()

it('opens a table of one that is honest', async () => {
  expect(await opened({})).toBe('opened')
})

describe('a server that says what is no message', () => {
  it.each<[string, Buffer[], string]>([
    [
      'another protocol',
      [Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
      'an answer that is no message of PostgreSQL',
    ],
    ['zeros', [Buffer.alloc(1000)], 'an answer that is no message of PostgreSQL'],
    ['a length below its own', [head('R', 3)], 'an answer that is no message of PostgreSQL'],
    ['a message of 2 GB', [head('R', 0x7fffffff)], 'a message of 2147483648 bytes'],
    ['a message of 4 GB', [head('E', -1)], 'a message of 4294967296 bytes'],
    ['a login without a number', [message('R')], 'a login that cannot be read'],
    ['an unknown login', [message('R', 7)], 'a login that is not known: number 7'],
    ['a login by another way', [message('R', 10, 'SCRAM-SHA-512\0\0')], 'a login that is not known: SCRAM-SHA-512'],
    ['a challenge that nothing went before', [message('R', 11, 'r=a,s=AAAA,i=1')], 'a login that is out of order'],
    ['a salt that is cut off', [message('R', 5, 'abc')], 'a login that cannot be read'],
    ['an answer before it lets in', [READY], 'an answer that is out of order'],
    ['rows before it lets in', [message('R', 0), described(1)], 'an answer that is out of order'],
    [
      'the way to copy in',
      [message('R', 0), message('G', Buffer.of(0, 0, 0))],
      'an answer that is no message of PostgreSQL',
    ],
    ['a key that is cut off', [message('R', 0), message('K', 7)], 'an answer that is cut off'],
    ['a refusal that is cut off', [message('E', 'SFATAL')], 'an answer that is cut off'],
    ['a statement that nobody has sent', [LET_IN, described(1)], 'an answer that nobody has asked for'],
    ['another version of the protocol', [message('v', 0, 0)], 'an answer that is no message of PostgreSQL'],
  ])('is told of after its first message: %s', async (_, parts, said) => {
    expect(await opened({ startup: write(...parts) }, LIMITS, {}, OTHER)).toBe(said)
    expect(front.connections()).toBe(1)
  })

  it.each<[string, Buffer[], string]>([
    ['a login once more', [message('R', 3)], 'an answer that is out of order'],
    ['columns without an end', [message('T', int16(1), 'name')], 'rows that are not as they were told to be'],
    [
      'fewer columns than it says',
      [message('T', int16(2), 'a\0', Buffer.alloc(18))],
      'rows that are not as they were told to be',
    ],
    ['columns that are cut off', [message('T')], 'rows that are not as they were told to be'],
    ['rows of which nothing was told', [rowOf(['a'])], 'rows that are not as they were told to be'],
    ['more cells than columns', [described(1), rowOf(['a', 'b'])], 'rows that are not as they were told to be'],
    [
      'a cell longer than its row',
      [described(1), message('D', int16(1), 99, 'a')],
      'rows that are not as they were told to be',
    ],
    [
      'a cell shorter than nothing',
      [described(1), message('D', int16(1), -2)],
      'rows that are not as they were told to be',
    ],
    ['a row that is cut off', [described(1), message('D', int16(1))], 'rows that are not as they were told to be'],
    ['a row of 2 GB', [described(1), head('D', 0x7fffffff)], 'it gave more than 10000 bytes'],
    ['an end that is cut off', [described(1), message('C', 'SELECT')], 'an answer that is cut off'],
    ['a pause', [described(1), message('s')], 'an answer that is no message of PostgreSQL'],
    ['the way to copy out', [message('H', Buffer.of(0, 0, 0))], 'an answer that is no message of PostgreSQL'],
    ['parameters', [message('1'), message('t', int16(1), 25)], 'an answer that is cut off'],
    ['an answer more than was asked for', [answerOf([['15.1']]), READY], 'an answer that nobody has asked for'],
  ])('is told of in the answer to a statement: %s', async (_, parts, said) => {
    expect(await opened({ server_version: write(...parts) })).toBe(said)
    expect(front.connections()).toBe(1)
  })

  it('is heard as well where each byte comes by itself', async () => {
    const slowly = (bytes: Buffer) => async (socket: Socket) => {
      for (const byte of bytes) {
        socket.write(Buffer.of(byte))
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    expect(await opened({ startup: slowly(LET_IN), server_version: slowly(answerOf([['15.1']])) })).toBe('opened')
  })
})

describe('a login by SCRAM', () => {
  /** Plays the server's side, with what is wrong in it. */
  const scram = (challenge: (nonce: string) => string, final?: (auth: string, proof: string) => Buffer): Faults => {
    let first = ''
    let told = ''
    return {
      startup: write(message('R', 10, 'SCRAM-SHA-256\0\0')),
      'n,,n=*,r=': (socket, data) => {
        first = data.toString('latin1').replace(/^.*?n,,/s, '')
        told = challenge(first.replace(/^.*r=/, ''))
        socket.write(message('R', 11, told))
      },
      'c=biws': (socket, data) => {
        const answer = data.toString('latin1').replace(/^.*?c=biws/s, 'c=biws')
        const [bare = '', proof = ''] = answer.split(',p=')
        if (final) socket.write(final(`${first},${told},${bare}`, proof))
      },
    }
  }
  const usual = (nonce: string) => `r=${nonce}abc,s=${Buffer.from('salt').toString('base64')},i=4096`
  const hmac = (key: Buffer, text: string | Buffer) => createHmac('sha256', key).update(text).digest()
  const salted = pbkdf2Sync('secret', 'salt', 4096, 32, 'sha256')
  const signature = (auth: string) => hmac(hmac(salted, 'Server Key'), auth).toString('base64')

  it('is believed where both sides show that they know the password', async () => {
    const proved = (auth: string, proof: string) => {
      const key = hmac(salted, 'Client Key')
      const mask = hmac(createHash('sha256').update(key).digest(), auth)
      expect(proof).toBe(Buffer.from(key.map((byte, i) => byte ^ (mask[i] ?? 0))).toString('base64'))
      return Buffer.concat([message('R', 12, `v=${signature(auth)}`), LET_IN])
    }
    expect(await opened(scram(usual, proved), LIMITS, SECRET)).toBe('opened')
  })

  it.each<[string, (nonce: string) => string, string]>([
    ['nothing', () => '', 'a SCRAM challenge that is none'],
    ['no salt', nonce => `r=${nonce}abc,i=4096`, 'a SCRAM challenge that is none'],
    ['a salt that is none', nonce => `r=${nonce}abc,s=%%%,i=4096`, 'a SCRAM challenge that is none'],
    ['the nonce alone', nonce => `r=${nonce},s=c2FsdA==,i=4096`, 'a SCRAM challenge that is none'],
    ['another nonce', () => 'r=abc,s=c2FsdA==,i=4096', 'a SCRAM challenge that is none'],
    ['no rounds', nonce => `r=${nonce}abc,s=c2FsdA==,i=many`, 'a SCRAM challenge that is none'],
    [
      'zero rounds',
      nonce => `r=${nonce}abc,s=c2FsdA==,i=0`,
      'a SCRAM challenge of 0 rounds, where 1000000 are the most',
    ],
    [
      'rounds that would take an hour',
      nonce => `r=${nonce}abc,s=c2FsdA==,i=2147483647`,
      'a SCRAM challenge of 2147483647 rounds, where 1000000 are the most',
    ],
  ])('is told of where the challenge is malformed: %s', async (_, challenge, said) => {
    expect(await opened(scram(challenge), LIMITS, SECRET, OTHER)).toBe(said)
  })

  it.each<[string, (auth: string) => Buffer, string]>([
    [
      'a wrong signature',
      auth => message('R', 12, `v=${signature(`${auth}x`)}`),
      'a server that has not shown that it knows the password',
    ],
    [
      'a wrong signature, and lets in all the same',
      auth => Buffer.concat([message('R', 12, `v=${signature(`${auth}x`)}`), LET_IN]),
      'a server that has not shown that it knows the password',
    ],
    ['none at all', () => LET_IN, 'a login that is out of order'],
    ['no proof in its place', () => message('R', 12, 'e=other-error'), 'a login that cannot be read'],
    ['a password in the clear then', () => message('R', 3), 'a login that is out of order'],
  ])('is told of where the server gives %s', async (_, final, said) => {
    expect(await opened(scram(usual, final), LIMITS, SECRET)).toBe(said)
  })
})

describe('a server that is gone, or silent', () => {
  const phases = [
    'startup',
    'begin',
    'server_version',
    'pg_backend_pid',
    'to_regclass',
    'WITH RECURSIVE',
    'search_path',
    'EXPLAIN',
    'pg_table_size',
  ]
  it.each(phases)('is told of where it closes the connection at %s', async phase => {
    expect(await opened({ [phase]: drops })).toBe('the connection was lost')
    expect(await opened({ [phase]: socket => socket.end(described(1).subarray(0, 9)) })).toBe('the connection was lost')
    expect(front.connections()).toBe(1)
  })

  it.each(['startup', 'begin', 'server_version', 'EXPLAIN'])(
    'is waited for no longer than a statement may take at %s',
    async phase => {
      const said = await opened({ [phase]: () => {} }, QUICK)
      const isBefore = phase === 'startup' || phase === 'begin'
      expect(said).toBe(isBefore ? 'no answer within 0.2 s' : 'it took more than 0.2 s')
    },
  )

  it.each(['startup', 'begin', 'server_version'])('is not listened to for ever at %s', async phase => {
    const notices = Buffer.concat(
      Array.from({ length: 500 }, () => message('N', 'SNOTICE\0', 'Mit goes on\0\0', 'S', 'a\0b\0')),
    )
    const endless = (socket: Socket) => {
      const more = (): unknown => (socket.destroyed ? undefined : socket.write(notices, () => setImmediate(more)))
      more()
    }
    expect(await opened({ [phase]: endless }, QUICK)).toBe(
      phase === 'server_version' ? 'it gave more than 10000 bytes' : 'no answer within 0.2 s',
    )
  })

  it('is let go of where it does not hear that a statement is to be cancelled', async () => {
    expect(await opened({ server_version: () => {}, cancel: () => {} }, QUICK)).toBe('it took more than 0.2 s')
    expect(front.cancelled()).toBe(1)
  })

  it('is waited for no longer where it has said that it speaks TLS', async () => {
    const environment = { PROOFMARK_POSTGRES_SSLMODE: 'require' }
    expect(await opened({ startup: write(Buffer.from('S')), statement: () => {} }, QUICK, environment)).toBe(
      'no answer within 0.2 s',
    )
    expect(await opened({ startup: () => {} }, QUICK, environment)).toBe('no answer within 0.2 s')
    expect(await opened({ startup: drops }, QUICK, environment)).toBe('the connection was lost')
    expect(await opened({ startup: socket => socket.end('S') }, QUICK, environment)).toBe('the connection was lost')
    expect(await opened({ startup: write(Buffer.from('Sgarbage')) }, LIMITS, environment)).toMatch(/to speak TLS/)
  })
})

describe('a table there, when the measurement has begun', () => {
  const contract = {
    name: 'c.odcs.yaml',
    text: 'apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n    properties:\n      - { name: id, logicalType: integer, required: true }\n',
  }
  it.each<[string, Faults[string], string]>([
    ['a closed connection', drops, 'the connection was lost'],
    ['rows that are not as told', write(described(1), rowOf(['a', 'b'])), 'rows that are not as they were told to be'],
    ['no message', write(Buffer.from('\0\0\0')), 'it took more than 0.2 s'],
    ['silence', () => {}, 'it took more than 0.2 s'],
    ['a message of 2 GB', write(described(1), head('D', 0x7fffffff)), 'it gave more than 10000 bytes'],
  ])('is left open at %s', async (_, fault, said) => {
    front = await startPostgresFront({ '/* proofmark-': fault })
    const instead = postgres({}, QUICK)
    const tables = tablesOf(folder, { rows: 0 }, { instead })
    const { checks } = await judged(tables, `postgres:${front.url}?table=t`, contract)
    expect(checks.find(({ id }) => id === 'id.required')).toMatchObject({
      status: 'inconclusive',
      reason: `postgres 15.1 did not answer for t: ${said}`,
    })
  })
})
