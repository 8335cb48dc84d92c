import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { certificatesIn } from '../../src/signing/timestamps/certificates-in.ts'
import { readTimestamp } from '../../src/signing/timestamps/read-timestamp.ts'
import { requestTimestamp } from '../../src/signing/timestamps/request-timestamp.ts'
import { trustedTimes } from '../../src/signing/timestamps/trusted-times.ts'
import { told } from '../probes/told.ts'
import { type AuthorityOptions, timestampAuthority } from './harness/timestamp-authority.ts'

const stops: (() => void)[] = []
afterAll(() => {
  for (const stop of stops) stop()
})

async function authority(options: AuthorityOptions = {}) {
  const made = await timestampAuthority(options)
  stops.push(made.stop)
  return made
}

const data = Buffer.from('a signature')
const times = (stamp: Uint8Array, chain: string, of: Uint8Array = data) =>
  trustedTimes([stamp], of, [certificatesIn(chain)])

const twin = await authority()
const ec = await authority()
const reissued = {
  besides: ec.reissued('critical,timeStamping,codeSigning'),
  another: ec.reissued('critical,codeSigning'),
  over: ec.reissued('critical,timeStamping', -1),
  other: ec.reissued('critical,timeStamping', 29),
}
const stamp = await requestTimestamp(ec.url, data)

describe('a time-stamp of a real authority', () => {
  it.each([
    ['ec', 'sha256'],
    ['ec', 'sha384'],
    ['rsa', 'sha512'],
  ] as const)('is trusted by its chain (%s, %s)', async (key, digest) => {
    const { url, chain } = await authority({ key, digest })
    const before = Date.now()
    const found = times(await requestTimestamp(url, data), chain)
    if ('refused' in found) throw new Error(found.refused)
    expect(found).toEqual([{ at: expect.any(Date), kind: 'time-stamp', by: 'O=proofmark test, CN=tsa' }])
    expect(Math.abs(Number(found[0]?.at) - before)).toBeLessThan(5000)
  })

  it('is what proofmark doctor asks for, with its time', async () => {
    const settings = `record: { timestamp-authority: "${ec.url}" }`
    expect(await told('Time-stamp authority', { settings })).toEqual([
      'ok time-stamp: given',
      'ok clock: within 60 seconds of ours',
    ])
  })

  it('is trusted by the root alone, its own certificate having come along', () => {
    expect(times(stamp, ec.root)).toEqual([
      { at: expect.any(Date), kind: 'time-stamp', by: 'O=proofmark test, CN=tsa root' },
    ])
  })

  it('was asked for with a hash of the signature, nothing else of it', () => {
    const query = ec.queries[0] ?? Buffer.alloc(0)
    expect(query.includes(createHash('sha256').update(data).digest())).toBe(true)
    expect(query.includes(data)).toBe(false)
    expect(query.length).toBeLessThan(90)
  })

  it('is refused over another signature', () => {
    expect(times(stamp, ec.chain, Buffer.from('another'))).toEqual(refused('one over something else'))
  })

  it('is refused by another authority, even of the same names', async () => {
    expect(times(stamp, twin.chain)).toEqual(refused('one by another authority, O=proofmark test, CN=tsa'))
    // By its root alone: the same name issued it, another key did not.
    expect(times(stamp, twin.root)).toEqual(
      refused('one whose certificate O=proofmark test, CN=tsa was not issued by O=proofmark test, CN=tsa root'),
    )
  })

  it.each([
    ['for another use besides', reissued.besides, 'one by a certificate that is not for time-stamping alone'],
    ['for another use', reissued.another, 'one by a certificate that is not for time-stamping alone'],
    ['run out', reissued.over, /^one of \S+Z, when the certificate O=proofmark test, CN=tsa was not valid$/],
    ['another than the stamp names', reissued.other, 'one that names another certificate'],
  ])('is refused where its certificate is %s', (_, chain, found) => {
    const result = times(stamp, chain)
    const reason = 'refused' in result ? result.refused.replace(REFUSED, '') : 'not refused'
    if (typeof found === 'string') expect(reason).toBe(found)
    else expect(reason).toMatch(found)
  })

  it('is refused, or says the same, whichever of its bytes is changed', () => {
    const original = times(stamp, ec.chain)
    const read = readTimestamp(stamp)
    if ('fault' in read || 'refused' in original) throw new Error('The stamp itself is no good')
    const from = read.info.byteOffset - stamp.byteOffset
    for (let i = 0; i < stamp.length; i += 1) {
      const changed = Buffer.from(stamp)
      changed[i] = (changed[i] ?? 0) ^ 0x01
      const found = times(changed, ec.chain)
      const said = i >= from && i < from + read.info.length
      if (!('refused' in found)) expect({ i, said, found }).toEqual({ i, said: false, found: original })
    }
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<html>')],
    ['an endless length', Buffer.from([0x30, 0x83, 0xff, 0xff, 0xff])],
    ['an indefinite length', Buffer.from([0x30, 0x80, 0, 0])],
    ['half of it', Buffer.from(stamp.subarray(0, stamp.length / 2))],
    ['more after it', Buffer.concat([stamp, stamp])],
  ])('is refused where it is %s', (_, bytes) => {
    expect(times(bytes, ec.chain)).toEqual({
      refused: expect.stringMatching(/^Expected a time-stamp by a trusted authority but found something else: /),
    })
  })
})

describe('a time-stamp is not taken', () => {
  let now: NonNullable<AuthorityOptions['change']> = body => ({ body })
  const changing = authority({ change: (reply, query) => now(reply, query) })
  const fault = async (change: typeof now) => {
    now = change
    return requestTimestamp((await changing).url, data, 200).then(
      () => 'taken',
      (error: Error & { code?: string }) => `${error.code}: ${error.message.replace(/http:\S+/, 'URL')}`,
    )
  }
  const no = (found: string) =>
    `signing.no-answer: Expected an answer from the time-stamp authority at URL but found ${found}`

  it('where the authority is honest, it is', async () => {
    expect(await fault(body => ({ body }))).toBe('taken')
  })

  it.each([
    ['of an earlier question', () => ({ body: stamp }), 'a time-stamp for another question'],
    ['that is junk', () => ({ body: 'junk' }), 'something else: cut short'],
    ['that is refused', () => ({ body: Buffer.from('30053003020102', 'hex') }), "the answer 'rejected'"],
    ['that never comes', () => ({ status: 404, body: '' }), 'HTTP status 404'],
    ['of a server in trouble', () => ({ status: 503, body: '' }), 'HTTP status 503'],
    ['without end', () => ({ body: Buffer.alloc(2 * 1024 * 1024) }), 'an answer of more than 1048576 bytes'],
    [
      'whose signature was changed',
      (reply: Buffer) => ({ body: Buffer.concat([reply.subarray(0, -1), Uint8Array.of((reply.at(-1) ?? 0) ^ 1)]) }),
      'a time-stamp, but one whose signature does not hold',
    ],
  ])('%s', async (_, change, found) => {
    expect(await fault(change)).toBe(no(found))
  })

  it('of an authority that is not there', async () => {
    await expect(requestTimestamp('http://127.0.0.1:9/', data, 50)).rejects.toMatchObject({
      code: 'signing.no-answer',
      kind: 'environment',
      message: 'Expected an answer from the time-stamp authority at http://127.0.0.1:9 but found no connection',
    })
  })
})

const REFUSED = 'Expected a time-stamp by a trusted authority but found '
const refused = (found: string) => ({ refused: `${REFUSED}${found}` })
