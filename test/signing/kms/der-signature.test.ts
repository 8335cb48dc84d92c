import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { derSignature } from '../../../src/signing/kms/keys/der-signature.ts'
import { refusal } from './refusal.ts'

test('r and s become what openssl takes for the same signature, whatever bytes they begin with', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const lengths = new Set<number>()
  for (let i = 0; i < 2000; i++) {
    const data = Buffer.from(`data ${i}`)
    const der = derSignature(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
    expect(verify('sha256', data, publicKey, der)).toBe(true)
    lengths.add(der.length)
  }
  // Both with a sign byte, one, none, and one that begins with a zero byte.
  expect([72, 71, 70, 69].filter(length => lengths.has(length))).toEqual([72, 71, 70, 69])
})

test.each([
  ['01', '01', '3006020101020101'],
  ['80', '7f', '30070202008002017f'],
  ['00', '00', '3006020100020100'],
  ['0100', 'ff00', '3009020201000203 00ff00'],
])('integers are as short as they may be: %s %s', (r, s, der) => {
  const half = (hex: string) => Buffer.from(hex.padStart(64, '0'), 'hex')
  expect(derSignature(Buffer.concat([half(r), half(s)])).toString('hex')).toBe(der.replace(' ', ''))
})

test('a signature of another length is refused', async () => {
  expect(await refusal(async () => derSignature(Buffer.alloc(96)))).toBe(
    'kms.signature (environment): Expected a signature of 64 bytes but found 96. Check that the key is on P-256',
  )
})
