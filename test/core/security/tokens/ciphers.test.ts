import { describe, expect, it } from 'vitest'
import { nodeCiphers } from '../../../../src/ciphers/node-ciphers.ts'

const ciphers = await nodeCiphers()
const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const asHex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')

describe('AES-SIV (RFC 5297, appendix A)', () => {
  const vectors = [
    {
      name: 'A.1, deterministic',
      key: 'fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff',
      associated: ['101112131415161718191a1b1c1d1e1f2021222324252627'],
      plain: '112233445566778899aabbccddee',
      sealed: '85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c',
    },
    {
      name: 'A.2, with a nonce',
      key: '7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f',
      associated: [
        '00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100',
        '102030405060708090a0',
        '09f911029d74e35bd84156c5635688c0',
      ],
      plain: '7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553',
      sealed:
        '7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d',
    },
  ]

  it.each(vectors)('$name', ({ key, associated, plain, sealed }) => {
    const siv = ciphers.aesSiv(hex(key))
    const extra = associated.map(hex)
    expect(asHex(siv.seal(hex(plain), extra))).toBe(sealed)
    expect(asHex(siv.open(hex(sealed), extra))).toBe(plain)
    const changed = hex(sealed)
    changed[20] = (changed[20] ?? 0) ^ 1
    expect(siv.open(changed, extra)).toBeUndefined()
    expect(siv.open(hex(sealed))).toBeUndefined()
    expect(siv.open(new Uint8Array(3), extra)).toBeUndefined()
  })
})

describe('FF1 (NIST SP 800-38G, sample data)', () => {
  const AES128 = '2B7E151628AED2A6ABF7158809CF4F3C'
  const AES192 = `${AES128}EF4359D8D580AA4F`
  const AES256 = `${AES192}7F036D6F04FC6A94`
  const TEN = '39383736353433323130'
  const ELEVEN = '3737373770717273373737'
  const LONG = '0123456789abcdefghi'

  it.each([
    [1, AES128, 10, '', '0123456789', '2433477484'],
    [2, AES128, 10, TEN, '0123456789', '6124200773'],
    [3, AES128, 36, ELEVEN, LONG, 'a9tv40mll9kdu509eum'],
    [4, AES192, 10, '', '0123456789', '2830668132'],
    [5, AES192, 10, TEN, '0123456789', '2496655549'],
    [6, AES192, 36, ELEVEN, LONG, 'xbj3kv35jrawxv32ysr'],
    [7, AES256, 10, '', '0123456789', '6657667009'],
    [8, AES256, 10, TEN, '0123456789', '1001623463'],
    [9, AES256, 36, ELEVEN, LONG, 'xs8a0azh2avyalyzuwd'],
  ] as const)('sample %i', (_, key, radix, tweak, plain, sealed) => {
    const numerals = (text: string) => [...text].map(char => Number.parseInt(char, 36))
    const cipher = ciphers.ff1(radix, hex(key), hex(tweak))
    expect(cipher.encrypt(numerals(plain))).toEqual(numerals(sealed))
    expect(cipher.decrypt(numerals(sealed))).toEqual(numerals(plain))
  })
})

it('HMAC-SHA-256 (RFC 4231, case 2)', () => {
  expect(asHex(ciphers.hmac(new TextEncoder().encode('Jefe'), 'what do ya want for nothing?'))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

it('HKDF-SHA-256 (RFC 5869, case 3)', () => {
  expect(asHex(ciphers.hkdf(new Uint8Array(22).fill(0x0b), '', 42))).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  )
})
