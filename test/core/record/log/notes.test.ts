import { describe, expect, it } from 'vitest'
import { readCheckpointText } from '../../../../src/core/record/log/checkpoint.ts'
import { cosign, cosignedBy } from '../../../../src/core/record/log/cosignature.ts'
import { leafBytes, readLeaf } from '../../../../src/core/record/log/leaf-bytes.ts'
import { logTrust } from '../../../../src/core/record/log/log-trust.ts'
import { readNote, writeNote } from '../../../../src/core/record/log/note.ts'
import {
  noteVerifier,
  readSignerKey,
  readVerifierKey,
  writeSignerKey,
  writeVerifierKey,
} from '../../../../src/core/record/log/note-key.ts'
import { openCheckpoint } from '../../../../src/core/record/log/open-checkpoint.ts'
import { readTlogProof, writeTlogProof } from '../../../../src/core/record/log/tlog-proof.ts'
import { noteKeys } from '../../../../src/signing/note-keys.ts'
import { logSigner, ORIGIN, witnessSigner, write } from '../../../harness/log/a-log.ts'

const { hash, sign } = noteKeys
const root = Buffer.from(hash(new Uint8Array())).toString('base64')
const text = `${ORIGIN}\n0\n${root}\n`
const signed = (words = text, signer = logSigner) =>
  writeNote({
    text: words,
    signatures: [{ name: signer.name, keyId: signer.keyId, signature: sign(signer.seed, Buffer.from(words)) }],
  })

describe('a note', () => {
  it('is the one that the authors of the format give as their example', () => {
    const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
    const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    const signer = readSignerKey(skey, 1, hash, noteKeys.publicKey)
    if (signer === undefined) throw new Error('the key was not read')
    expect(writeSignerKey(signer)).toBe(skey)
    expect(writeVerifierKey(signer)).toBe(vkey)
    expect(readVerifierKey(vkey, 1, hash)?.keyId).toBe('c74f20a3')
    const words =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    expect(signed(words, signer)).toBe(
      `${words}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    )
  })

  it('is read back, with signatures of others', () => {
    const note = readNote(`${signed()}— other.example/key ${Buffer.alloc(70).toString('base64')}\n`)
    expect(typeof note === 'string' ? note : note.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      [ORIGIN, logSigner.keyId],
      ['other.example/key', '00000000'],
    ])
  })

  it.each([
    ['no signature', text],
    ['an empty text', `\n\n— a AAAAAAA=\n`],
    ['no newline at its end', signed().slice(0, -1)],
    ['a control character', signed().replace('\n0\n', '\n0\r\n')],
    ['a tab', signed().replace('\n0\n', '\n0\t\n')],
    ['a hyphen for the dash', signed().replace('— ', '- ')],
    ['a key with a plus', signed().replace(`— ${ORIGIN}`, '— a+b')],
    ['a key with a no-break space', signed().replace(`— ${ORIGIN}`, '— a\u00a0b')],
    ['other base64', signed().replace(/=\n$/, '\n')],
    ['a signature of nothing', `${text}\n— a AAAAAA==\n`],
    ['a line after the signatures', `${signed()}more\n`],
    ['a hundred and one signatures', `${text}\n${'— a AAAAAAA=\n'.repeat(101)}`],
    ['more than 64 KiB', `${'x'.repeat(65_536)}\n\n— a AAAAAAA=\n`],
  ])('is refused with %s', (_, content) => {
    expect(readNote(content)).toMatch(/^Expected /)
  })

  it('counts for nothing without the right key, and spoilt by one wrong signature of it', () => {
    const open = (content: string) => openCheckpoint(content, ORIGIN, logSigner, noteKeys)
    expect(open(signed())).toMatchObject({ origin: ORIGIN, size: 0 })
    expect(open(signed(text, { ...witnessSigner(1), name: ORIGIN }))).toContain('Expected a signature by')
    const wrong = { name: ORIGIN, keyId: logSigner.keyId, signature: Buffer.alloc(64, 1) }
    const note = readNote(signed())
    if (typeof note === 'string') throw new Error(note)
    expect(open(writeNote({ ...note, signatures: [...note.signatures, wrong] }))).toContain('to hold but it does not')
    expect(open(signed(text.replace(ORIGIN, 'another')))).toContain(
      `Expected a checkpoint of ${ORIGIN} but found one of another`,
    )
  })
})

describe('keys', () => {
  it.each([
    ['another name', (key: string) => key.replace(/^[^+]+/, 'another')],
    ['another id', (key: string) => key.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['another type', () => writeVerifierKey(witnessSigner(1))],
    ['a name with a space', (key: string) => `a ${key}`],
    ['a shorter key', (key: string) => key.slice(0, -4)],
    ['nothing', () => ''],
  ])('are refused with %s', (_, edit) => {
    expect(readVerifierKey(writeVerifierKey(logSigner), 1, hash)?.name).toBe(ORIGIN)
    expect(readVerifierKey(edit(writeVerifierKey(logSigner)), 1, hash)).toBeUndefined()
    expect(readSignerKey(edit(writeSignerKey(logSigner)), 1, hash, noteKeys.publicKey)).toBeUndefined()
  })

  it('make a trust that could hold, or none', () => {
    const key = writeVerifierKey(logSigner)
    const w = writeVerifierKey(witnessSigner(1))
    const twin = { ...noteVerifier('another.example', 4, witnessSigner(1).publicKey, hash) }
    const trust = (parts: object) => () => logTrust({ origin: ORIGIN, key, quorum: 0, ...parts }, hash)
    expect(trust({ witnesses: { w }, quorum: 1, 'max-checkpoint-age-hours': 1 })()).toMatchObject({ quorum: 1 })
    expect(trust({ key: 'a+b+c' })).toThrow('Expected the verifier key of a log')
    expect(trust({ origin: 'another' })).toThrow('Expected the key of another but found one of')
    expect(trust({ witnesses: { w: key } })).toThrow('Expected the verifier key of a witness for w')
    expect(trust({ witnesses: { w }, quorum: 2 })).toThrow('a quorum of at most 1')
    expect(trust({ witnesses: { w, v: writeVerifierKey(twin) }, quorum: 2 })).toThrow('one key twice')
    expect(trust({ 'max-checkpoint-age-hours': 1 })).toThrow('Expected a quorum of witnesses')
  })
})

describe('a checkpoint', () => {
  it.each([
    ['a leading zero', text.replace('\n0\n', '\n00\n')],
    ['a negative size', text.replace('\n0\n', '\n-1\n')],
    ['a size no double holds', text.replace('\n0\n', '\n9007199254740993\n')],
    ['a short root', text.replace(root, 'AAAA')],
    ['a root of other base64', text.replace(root, `${root.slice(0, -2)}V=`)],
    ['a line of extension', `${text}more\n`],
    ['no origin', text.slice(ORIGIN.length)],
    ['no last newline', text.slice(0, -1)],
  ])('is refused with %s', (_, content) => {
    expect(readCheckpointText(text)?.size).toBe(0)
    expect(readCheckpointText(content)).toBeUndefined()
  })
})

describe('a cosignature', () => {
  const witness = witnessSigner(1)
  const at = new Date('2026-11-30T12:00:00Z')
  const line = cosign(text, at, witness, sign)

  it('says when, and holds for one text, one key and one time', () => {
    const by = (note: { text: string; signatures: (typeof line)[] }, key = witness) => cosignedBy(note, key, noteKeys)
    expect(by({ text, signatures: [line] })).toEqual({ name: witness.name, at })
    expect(by({ text: text.replace('0', '1'), signatures: [line] })).toBeUndefined()
    expect(by({ text, signatures: [line] }, witnessSigner(2))).toBeUndefined()
    const later = Uint8Array.from(line.signature)
    later[7] = (later[7] ?? 0) + 1
    expect(by({ text, signatures: [{ ...line, signature: later }] })).toBeUndefined()
    expect(by({ text, signatures: [{ ...line, signature: line.signature.subarray(8) }] })).toBeUndefined()
    const never = Uint8Array.from(line.signature).fill(255, 0, 8)
    expect(by({ text, signatures: [{ ...line, signature: never }] })).toBeUndefined()
  })
})

describe('a proof file', () => {
  const proof = {
    index: 3,
    hashes: [hash(Buffer.from('a')), hash(Buffer.from('b'))],
    checkpoint: signed(),
    extra: Buffer.from('x'),
  }
  const content = writeTlogProof(proof)

  it('is written as C2SP has it, and read back', () => {
    expect(content.split('\n').slice(0, 6)).toEqual([
      'c2sp.org/tlog-proof@v1',
      'extra eA==',
      'index 3',
      Buffer.from(hash(Buffer.from('a'))).toString('base64'),
      Buffer.from(hash(Buffer.from('b'))).toString('base64'),
      '',
    ])
    const read = readTlogProof(content)
    expect(typeof read === 'string' ? read : writeTlogProof(read)).toBe(content)
  })

  it.each([
    ['another header', content.replace('@v1', '@v2')],
    ['a leading zero', content.replace('index 3', 'index 03')],
    ['an index no double holds', content.replace('index 3', 'index 9007199254740993')],
    ['no index', content.replace('index 3\n', '')],
    ['extra data that is no base64', content.replace('eA==', 'eA')],
    ['a hash of 31 bytes', content.replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(31).toString('base64')}\n`)],
    ['54 hashes', writeTlogProof({ ...proof, hashes: Array.from({ length: 54 }, () => hash(Buffer.from('a'))) })],
    ['no checkpoint', content.slice(0, content.indexOf('\n\n'))],
    ['200 KB', content + 'x'.repeat(200_000)],
  ])('is refused with %s', (_, edited) => {
    expect(readTlogProof(edited)).toMatch(/^Expected /)
  })
})

describe('a leaf', () => {
  const { leaf } = write('a certificate')
  const bytes = (value: string) => new TextEncoder().encode(value)
  const json = new TextDecoder().decode(leafBytes(leaf))

  it('is canonical JSON, and read back', () => {
    expect(json.startsWith('{"at":"2026-11-30T11:00:00Z","document":"sha256:')).toBe(true)
    expect(readLeaf(leafBytes(leaf))).toEqual(leaf)
  })

  it.each([
    ['a space', json.replace(',', ', ')],
    ['another order', JSON.stringify(leaf)],
    ['an unknown key', json.replace('"v":1', '"v":1,"w":1')],
    ['an unknown type', json.replace('"certificate"', '"certificates"')],
    ['another version', json.replace('"v":1', '"v":2')],
    ['a key twice', json.replace('"v":1', '"v":1,"v":1')],
    ['an escape it does not need', json.replace('credit', '\\u0063redit')],
    ['a byte order mark', `\ufeff${json}`],
    ['no JSON', 'certificate'],
  ])('is refused with %s', (_, edited) => {
    expect(readLeaf(bytes(edited))).toBeUndefined()
  })
})
