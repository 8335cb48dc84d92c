import { expect, test } from 'vitest'
import { awsReference } from '../../../src/signing/kms/aws/aws-reference.ts'
import { pkcs11Reference } from '../../../src/signing/kms/pkcs11/pkcs11-reference.ts'
import { vaultReference } from '../../../src/signing/kms/vault/vault-reference.ts'
import { refusal } from './refusal.ts'

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab'
const ARN = `arn:aws:kms:us-east-2:111122223333`

test.each([
  [`awskms:///${ID}`, undefined, ID, undefined],
  ['awskms:///alias/team/certify', undefined, 'alias/team/certify', undefined],
  [`awskms:///${ARN}:key/${ID}`, undefined, `${ARN}:key/${ID}`, 'us-east-2'],
  [`awskms:///${ARN}:alias/certify`, undefined, `${ARN}:alias/certify`, 'us-east-2'],
  [`awskms:///${ARN}:key/mrk-${'a'.repeat(32)}`, undefined, `${ARN}:key/mrk-${'a'.repeat(32)}`, 'us-east-2'],
  [`awskms://localhost:4566/${ID}`, 'localhost:4566', ID, undefined],
  [
    `awskms:///arn:aws-cn:kms:cn-north-1:111122223333:key/${ID}`,
    undefined,
    `arn:aws-cn:kms:cn-north-1:111122223333:key/${ID}`,
    'cn-north-1',
  ],
])('%s is a key of AWS KMS', (uri, host, keyId, region) => {
  expect(awsReference(uri)).toEqual({ uri, host, keyId, region })
})

test.each([
  'awskms://',
  'awskms:///',
  'awskms://alias/certify',
  'awskms:///certify',
  `awskms://user@host/${ID}`,
  `awskms:///${ID}?x=1`,
  `awskms:///${ID}\n`,
  'awskms:///arn:aws:s3:::bucket',
])('%j is no key of AWS KMS', async uri => {
  expect(await refusal(async () => awsReference(uri))).toMatch(
    /^kms\.reference \(input\): Expected a key of AWS KMS but found/,
  )
})

test('hashivault://NAME is a key of the transit engine, and nothing longer', async () => {
  expect(vaultReference('hashivault://proofmark-2.key_a')).toBe('proofmark-2.key_a')
  for (const uri of [
    'hashivault://',
    'hashivault:///x',
    'hashivault://a/b',
    'hashivault://..',
    'hashivault://-a',
    'hashivault://a?b',
  ])
    expect(await refusal(async () => vaultReference(uri))).toMatch(/^kms\.reference \(input\)/)
})

test('a pkcs11: URI names token, key, module and where the PIN is', () => {
  const uri =
    'pkcs11:token=The%20Token;slot-id=7;id=%01%aB;object=caf%C3%A9;type=private?module-path=/usr/lib/p11.so&pin-source=file:/run/pin'
  expect(pkcs11Reference(uri)).toEqual({
    token: 'The Token',
    serial: undefined,
    slotId: 7,
    object: 'café',
    id: Buffer.of(0x01, 0xab),
    modulePath: '/usr/lib/p11.so',
    pinSource: 'file:/run/pin',
  })
})

test.each([
  [
    'pkcs11:token=a;object=b?pin-value=648219',
    'one with its PIN in it. Put the PIN into PROOFMARK_PKCS11_PIN, or name a file by pin-source',
  ],
  ['pkcs11:object=b', 'one that names no token, serial or slot-id.'],
  ['pkcs11:token=a', 'one that names no object and no id.'],
  ['pkcs11:token=a;object=b;type=cert', 'one of type cert.'],
  ['pkcs11:token=a;object=b;slot-id=x', 'one whose slot-id is no number.'],
  ['pkcs11:token=a;token=b;object=c', 'one with token twice.'],
  ['pkcs11:token=a;object=b;x-own=1', "one with 'x-own'."],
  ['pkcs11:token=%;object=b', "one with a '%' that is not followed by two digits."],
  ['pkcs11:token=a;object=b?a?b', 'a URI with two question marks.'],
  ['pkcs12:token=a', 'no pkcs11: URI.'],
])('%s is refused', async (uri, found) => {
  const told = await refusal(async () => pkcs11Reference(uri))
  expect(told.slice(0, 200)).toContain(`kms.reference (input): Expected a key of a PKCS#11 token but found ${found}`)
  expect(told).not.toContain('648219')
})
