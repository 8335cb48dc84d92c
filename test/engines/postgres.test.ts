import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { postgres } from '../../src/engines/postgres/postgres.ts'
import { postgresAddress } from '../../src/engines/postgres/postgres-address.ts'

const secret = { PROOFMARK_POSTGRES_USER: 'gate', PROOFMARK_POSTGRES_PASSWORD: 'secret' }

describe('the address of a PostgreSQL', () => {
  it('names host, port and database; who asks comes from the environment', () => {
    expect(postgresAddress('postgres://127.0.0.1/risk%20a', {})).toEqual({
      host: '127.0.0.1',
      port: 5432,
      database: 'risk a',
      user: 'proofmark',
      password: undefined,
      tls: undefined,
    })
    expect(postgresAddress('postgresql://[::1]:6000/risk', secret)).toMatchObject({
      host: '::1',
      port: 6000,
      user: 'gate',
      password: 'secret',
    })
    expect(postgresAddress('postgres://%2Frun%2Fpostgresql/risk', {})).toMatchObject({ host: '/run/postgresql' })
  })

  it('is of a server whose certificate is looked at, unless it is on this machine or told otherwise', () => {
    const tlsOf = (mode?: string, host = 'db.example') =>
      postgresAddress(`postgres://${host}/risk`, { PROOFMARK_POSTGRES_SSLMODE: mode }).tls
    expect(tlsOf()).toEqual({ servername: 'db.example', minVersion: 'TLSv1.2', rejectUnauthorized: true })
    expect(tlsOf('verify-full', '10.0.0.7')).toEqual({
      host: '10.0.0.7',
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
    })
    expect(tlsOf('verify-ca')).toMatchObject({ rejectUnauthorized: true, checkServerIdentity: expect.any(Function) })
    expect(tlsOf('require')).toMatchObject({ rejectUnauthorized: false })
    expect([tlsOf('disable'), tlsOf('', 'localhost')]).toEqual([undefined, undefined])
    expect(tlsOf('verify-full', 'localhost')).toMatchObject({ servername: 'localhost', rejectUnauthorized: true })
  })

  it.each([
    ['postgres://gate:secret@db.example/risk', {}, 'Expected the address of a PostgreSQL'],
    ['postgres://gate@db.example/risk', {}, 'Expected the address of a PostgreSQL'],
    ['https://db.example/risk', {}, 'Expected the address of a PostgreSQL'],
    ['postgres://db.example', {}, 'Expected the address of a PostgreSQL'],
    ['postgres://db.example/a/b', {}, 'Expected the address of a PostgreSQL'],
    [
      'postgres://db.example/risk',
      { PROOFMARK_POSTGRES_SSLMODE: 'prefer' },
      'Expected PROOFMARK_POSTGRES_SSLMODE to be',
    ],
    [
      'postgres://db.example/risk',
      { ...secret, PROOFMARK_POSTGRES_SSLMODE: 'disable' },
      'Expected an encrypted connection, as there is a password to send',
    ],
    [
      'postgres://db.example/risk',
      { PROOFMARK_POSTGRES_SSLROOTCERT: '/nothing' },
      'Expected PROOFMARK_POSTGRES_SSLROOTCERT to name a file that can be read',
    ],
  ])('is refused: %s %o', (address, environment, message) => {
    expect(() => postgresAddress(address, environment)).toThrow(message)
  })
})

describe('a server that is no PostgreSQL', () => {
  let server: Server
  afterEach(() => server.close())
  const asked = async (answers: (socket: Socket, data: Buffer) => void, environment = {}) => {
    let connections = 0
    server = createServer(socket => {
      connections += 1
      socket.on('error', () => {})
      socket.on('data', data => answers(socket, data))
    }).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const url = `postgres://127.0.0.1:${port}/risk`
    const said = await postgres(environment, { seconds: 5, bytes: 1e6, memory: '' })
      .open({ engine: 'postgres', url, table: 't' })
      .then(
        () => 'opened',
        cause => String(cause.message).replace(String(port), 'PORT'),
      )
    return { said, connections }
  }

  it('is told of, and asked once: another connection would see other rows', async () => {
    expect(await asked(socket => socket.destroy())).toEqual({
      said: 'Expected PostgreSQL to answer at 127.0.0.1:PORT but found the connection was lost',
      connections: 1,
    })
  })

  it('is told of where it knows no TLS and has to', async () => {
    const heard: string[] = []
    const { said } = await asked(
      (socket, data) => {
        heard.push(data.toString('latin1'))
        socket.write('N')
      },
      { ...secret, PROOFMARK_POSTGRES_SSLMODE: 'verify-full' },
    )
    expect(said).toBe('Expected PostgreSQL at 127.0.0.1:PORT to speak TLS but it does not')
    expect(heard.join('')).not.toMatch(/secret|gate/)
  })

  it('is told of where it refuses who asks', async () => {
    const fields = `SFATAL\0C28000\0Mno such guest\0\0`
    const length = Buffer.alloc(4)
    length.writeUInt32BE(4 + fields.length)
    const { said } = await asked(socket => socket.end(Buffer.concat([Buffer.from('E'), length, Buffer.from(fields)])))
    expect(said).toBe('Expected PostgreSQL at 127.0.0.1:PORT to let us in but found: 28000: no such guest')
  })
})
