import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPkcs11 } from '../../src/signing/kms/open-pkcs11.ts'
import type { Cryptoki, Handle } from '../../src/signing/kms/pkcs11/cryptoki.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { refusal } from '../signing/kms/refusal.ts'
import { program } from '../signing/kms/started.ts'
import { verified } from '../signing/kms/verified.ts'

const PIN = '648219'
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-softhsm')
/** Where scripts/get-softhsm.sh has installed pkcs11js. */
const NODE = join(CACHE, 'node')
const MODULE = ['/usr', join(CACHE, 'usr')]
  .flatMap(root => [
    join(root, 'lib/softhsm/libsofthsm2.so'),
    join(root, 'lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'),
  ])
  .find(existsSync)
const before = process.env.SOFTHSM2_CONF
/** A key, which is asked of the token afresh. */
const open = (address: string) => openPkcs11(address, environment, { root: NODE })
const environment = { PROOFMARK_PKCS11_PIN: PIN }
const uri = (path: string, query = `module-path=${MODULE}`) => `pkcs11:${path}?${query}`

interface Value {
  readonly type: number
  readonly value: Buffer | number | boolean | string
}

/** What makes objects on a token, which Proofmark itself never does. */
interface Writing extends Cryptoki {
  C_GenerateKeyPair(session: Handle, mechanism: { mechanism: number }, open: Value[], own: Value[]): object
  C_CreateObject(session: Handle, template: Value[]): Handle
}

/** Constants of PKCS#11 that pkcs11js exports, as far as they are used here. */
type Constant =
  | 'CKA_ALWAYS_AUTHENTICATE'
  | 'CKA_CERTIFICATE_TYPE'
  | 'CKA_CLASS'
  | 'CKA_EC_PARAMS'
  | 'CKA_ID'
  | 'CKA_KEY_TYPE'
  | 'CKA_LABEL'
  | 'CKA_PRIVATE'
  | 'CKA_SIGN'
  | 'CKA_SUBJECT'
  | 'CKA_TOKEN'
  | 'CKA_VALUE'
  | 'CKA_VERIFY'
  | 'CKC_X_509'
  | 'CKF_RW_SESSION'
  | 'CKF_SERIAL_SESSION'
  | 'CKK_EC'
  | 'CKM_EC_KEY_PAIR_GEN'
  | 'CKO_CERTIFICATE'
  | 'CKO_PRIVATE_KEY'
  | 'CKU_USER'

type Package = { readonly PKCS11: new () => Writing } & Readonly<Record<Constant, number>>

function installed(): Package {
  if (!existsSync(NODE)) throw new Error(`Expected pkcs11js in ${NODE} but found none. Run scripts/get-softhsm.sh`)
  return createRequire(join(NODE, 'here.js'))('pkcs11js')
}

/** Imports a key pair that openssl made: SoftHSM's own program generates none. */
function importKey(folder: string, token: string, label: string, id: string, ...algorithm: string[]) {
  const file = join(folder, `${token}-${label}-${id}.pem`)
  execFileSync('openssl', ['genpkey', '-quiet', '-out', file, ...algorithm], { stdio: 'pipe' })
  util('--import', file, '--token', token, '--label', label, '--id', id, '--pin', PIN)
}

function util(...args: string[]) {
  const command = program('softhsm2-util', 'scripts/get-softhsm.sh', 'proofmark-softhsm/usr/bin/softhsm2-util')
  execFileSync(command, [...args, ...(MODULE ? ['--module', MODULE] : [])], { stdio: 'pipe' })
}

/** Puts what SoftHSM's own program cannot on the token: a key that wants the PIN each time, one with a certificate, one with nothing. */
function specialKeys(folder: string) {
  const pkcs11js = installed()
  const pkcs11 = new pkcs11js.PKCS11()
  pkcs11.load(MODULE ?? '')
  pkcs11.C_Initialize()
  const slot = pkcs11.C_GetSlotList(true).find(each => pkcs11.C_GetTokenInfo(each).label.trim() === 'certifier')
  const session = pkcs11.C_OpenSession(slot ?? Buffer.alloc(0), pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION)
  pkcs11.C_Login(session, pkcs11js.CKU_USER, PIN)
  const attributes = (values: Record<number, Buffer | number | boolean | string>) =>
    Object.entries(values).map(([type, value]) => ({ type: Number(type), value }))
  const id = Buffer.of(0x10)
  const kept = { [pkcs11js.CKA_TOKEN]: true, [pkcs11js.CKA_ID]: id, [pkcs11js.CKA_LABEL]: 'careful' }
  pkcs11.C_GenerateKeyPair(
    session,
    { mechanism: pkcs11js.CKM_EC_KEY_PAIR_GEN },
    attributes({
      ...kept,
      [pkcs11js.CKA_VERIFY]: true,
      [pkcs11js.CKA_EC_PARAMS]: Buffer.from('06082a8648ce3d030107', 'hex'),
    }),
    attributes({
      ...kept,
      [pkcs11js.CKA_PRIVATE]: true,
      [pkcs11js.CKA_SIGN]: true,
      [pkcs11js.CKA_ALWAYS_AUTHENTICATE]: true,
    }),
  )
  for (const [label, n] of [
    ['certified', 0x11],
    ['alone', 0x12],
  ] as const) {
    const [key, certificate] = [join(folder, `${label}.key`), join(folder, `${label}.der`)]
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', key]
    execFileSync('openssl', ['req', '-x509', ...curve, '-subj', '/CN=test', '-outform', 'DER', '-out', certificate], {
      stdio: 'pipe',
    })
    const d = createPrivateKey(readFileSync(key)).export({ format: 'jwk' }).d ?? ''
    const own = { [pkcs11js.CKA_TOKEN]: true, [pkcs11js.CKA_ID]: Buffer.of(n), [pkcs11js.CKA_LABEL]: label }
    pkcs11.C_CreateObject(
      session,
      attributes({
        ...own,
        [pkcs11js.CKA_CLASS]: pkcs11js.CKO_PRIVATE_KEY,
        [pkcs11js.CKA_KEY_TYPE]: pkcs11js.CKK_EC,
        [pkcs11js.CKA_SIGN]: true,
        [pkcs11js.CKA_EC_PARAMS]: Buffer.from('06082a8648ce3d030107', 'hex'),
        [pkcs11js.CKA_VALUE]: Buffer.from(d, 'base64url'),
      }),
    )
    if (label === 'alone') continue
    pkcs11.C_CreateObject(
      session,
      attributes({
        ...own,
        [pkcs11js.CKA_CLASS]: pkcs11js.CKO_CERTIFICATE,
        [pkcs11js.CKA_CERTIFICATE_TYPE]: pkcs11js.CKC_X_509,
        [pkcs11js.CKA_SUBJECT]: Buffer.from(new X509Certificate(readFileSync(certificate)).subject),
        [pkcs11js.CKA_VALUE]: readFileSync(certificate),
      }),
    )
  }
  pkcs11.C_Finalize()
  pkcs11.close()
}

beforeAll(() => {
  const folder = temporaryFolder('softhsm')
  mkdirSync(join(folder, 'tokens'))
  const conf = join(folder, 'softhsm2.conf')
  writeFileSync(conf, `directories.tokendir = ${join(folder, 'tokens')}\nlog.level = ERROR\n`)
  process.env.SOFTHSM2_CONF = conf
  for (const label of ['certifier', 'spare', 'twin', 'twin'])
    util('--init-token', '--free', '--label', label, '--pin', PIN, '--so-pin', '12345678')
  const p256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
  importKey(folder, 'certifier', 'model key', '01', ...p256)
  importKey(folder, 'certifier', 'ed', '02', '-algorithm', 'ED25519')
  importKey(folder, 'certifier', 'p384', '03', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384')
  importKey(folder, 'certifier', 'rsa', '04', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048')
  importKey(folder, 'certifier', 'two', '05', ...p256)
  importKey(folder, 'certifier', 'two', '06', ...p256)
  specialKeys(folder)
})
afterAll(() => {
  if (before === undefined) delete process.env.SOFTHSM2_CONF
  else process.env.SOFTHSM2_CONF = before
})

describe('a key in a real PKCS#11 token (SoftHSM)', () => {
  test('signs what openssl verifies: P-256, by label and by id', async () => {
    const signer = await open(uri('token=certifier;object=model%20key'))
    expect(signer.name).toBe('pkcs11:certifier/model key')
    // The r and s of some signatures begin with a zero byte, of others with a one: enough of them to meet both.
    for (let i = 0; i < 60; i++) expect(await verified(signer, Buffer.from(`data ${i}`))).toBe('prime256v1 true false')
    const byId = await open(uri('token=certifier;id=%01;type=private'))
    expect((await byId.sign(Buffer.from('x'))).key).toEqual((await signer.sign(Buffer.from('x'))).key)
  })

  test('signs with Ed25519', async () => {
    expect(await verified(await open(uri('token=certifier;object=ed')))).toBe('ed25519 true false')
  })

  test('signs where the key wants the PIN for each signature', async () => {
    const signer = await open(uri('token=certifier;object=careful'))
    expect(await verified(signer)).toBe('prime256v1 true false')
    expect(await verified(signer)).toBe('prime256v1 true false')
  })

  test('signs where only a certificate stands beside the private key', async () => {
    const signer = await open(uri('token=certifier;object=certified'))
    expect(await verified(signer)).toBe('prime256v1 true false')
  })

  test('is refused where nothing tells its public key', async () => {
    expect(await refusal(() => open(uri('token=certifier;object=alone')))).toBe(
      'kms.missing (input): Expected the public key of pkcs11:certifier/alone on the token but found none. Store the public key or the certificate beside the private key, with the same id',
    )
  })

  test('two signers sign at once', async () => {
    const one = await open(uri('token=certifier;object=model%20key'))
    const two = await open(uri('token=certifier;object=ed'))
    const results = await Promise.all([one, two, one, two].map(signer => verified(signer)))
    expect(results).toEqual([
      'prime256v1 true false',
      'ed25519 true false',
      'prime256v1 true false',
      'ed25519 true false',
    ])
  })

  test('takes its PIN from a file, and its module from the environment', async () => {
    const folder = temporaryFolder('pin')
    writeFileSync(join(folder, 'pin'), `${PIN}\n`)
    const query = `pin-source=file:${join(folder, 'pin')}`
    const signer = await openPkcs11(
      uri('token=certifier;id=%01', query),
      { PROOFMARK_PKCS11_MODULE: MODULE },
      { root: NODE },
    )
    expect(await verified(signer)).toBe('prime256v1 true false')
  })

  test.each([
    [
      'token=nobody;object=x',
      'kms.token (environment): Expected one PKCS#11 token for pkcs11:nobody/x but found 0. Plug the token in, and check its label',
    ],
    [
      'token=twin;object=x',
      'kms.token (environment): Expected one PKCS#11 token for pkcs11:twin/x but found 2. Name it by its serial or slot-id',
    ],
    [
      'token=spare;object=x',
      "kms.missing (input): Expected one private key for pkcs11:spare/x but found none. Check the key's object and id",
    ],
    [
      'token=certifier;object=two',
      'kms.missing (input): Expected one private key for pkcs11:certifier/two but found several. Name it by object and id together',
    ],
    [
      'token=certifier;object=p384',
      'kms.key-type (input): Expected pkcs11:certifier/p384 to be a P-256 or Ed25519 signing key but found one on another curve. Make a signing key of type P-256 (ECDSA with SHA-256), or Ed25519 where the service has it',
    ],
    [
      'token=certifier;object=rsa',
      'kms.key-type (input): Expected pkcs11:certifier/rsa to be a P-256 or Ed25519 signing key but found one of another type. Make a signing key of type P-256 (ECDSA with SHA-256), or Ed25519 where the service has it',
    ],
  ])('%s is refused', async (path, told) => {
    expect(await refusal(() => open(uri(path)))).toBe(told)
  })

  test('a wrong PIN is not tried twice, and not told', async () => {
    const wrong = { PROOFMARK_PKCS11_PIN: '99999999' }
    const told = await refusal(() => openPkcs11(uri('token=certifier;object=ed'), wrong, { root: NODE }))
    expect(told).toMatch(
      /^kms\.token \(environment\): Expected the PKCS#11 token to work for pkcs11:certifier\/ed but found CKR_PIN_INCORRECT\. Check PROOFMARK_PKCS11_PIN/,
    )
    expect(told).not.toContain('99999999')
    expect(await verified(await open(uri('token=certifier;object=ed')))).toBe('ed25519 true false')
  })

  test('a file that is no module is refused', async () => {
    const folder = temporaryFolder('no-module')
    writeFileSync(join(folder, 'module.so'), 'not a library')
    expect(await refusal(() => open(uri('token=a;object=b', `module-path=${folder}/module.so`)))).toMatch(
      /^kms\.token \(environment\): .* but found that its module cannot be loaded or used/,
    )
  })

  test('a module in the repository is not loaded, not through a link either', async () => {
    const root = temporaryFolder('checkout')
    symlinkSync(join(NODE, 'node_modules'), join(root, 'node_modules'))
    copyFileSync(MODULE ?? '', join(root, 'evil.so'))
    const outside = temporaryFolder('outside')
    symlinkSync(join(root, 'evil.so'), join(outside, 'link.so'))
    symlinkSync(MODULE ?? '', join(root, 'link.so'))
    for (const path of [join(root, 'evil.so'), join(root, 'link.so'), join(outside, 'link.so')])
      expect(
        await refusal(() => openPkcs11(uri('token=certifier;object=ed', `module-path=${path}`), environment, { root })),
      ).toMatch(/^kms\.module \(environment\): .* but found one in the repository/)
    const workspace = { ...environment, GITHUB_WORKSPACE: root }
    expect(
      await refusal(() =>
        openPkcs11(uri('token=certifier;object=ed', `module-path=${join(root, 'evil.so')}`), workspace),
      ),
    ).toMatch(/but found one in the repository/)
  })

  test('pkcs11js that is not installed is asked for', async () => {
    const root = temporaryFolder('without-pkcs11js')
    expect(await refusal(() => openPkcs11(uri('token=certifier;object=ed'), environment, { root }))).toMatch(
      /^kms\.no-pkcs11js \(environment\): Expected pkcs11js to be installed but found it missing.* Run npm install --no-save pkcs11js/,
    )
  })
})
