import { expect, it } from 'vitest'
import { proveLogged } from '../../../src/commands/log/prove-logged.ts'
import { mirrorCosignature, witnessLog } from '../../../src/commands/log/witness-log.ts'
import { isFault } from '../../../src/core/record/log/log-fault.ts'
import { verifyLogProof } from '../../../src/core/record/log/verify-proof.ts'
import { UserError } from '../../../src/core/user-error.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import {
  aLog,
  faultOf,
  logPorts,
  NOW,
  readable,
  trustIn,
  witnessSigner,
  write,
  writes,
} from '../../harness/log/a-log.ts'

/** Numbers from 0 to below 1, the same in every run. */
function* numbers(): Generator<number> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

it('finds every single byte that is turned, cut or added in any file of the tree, and ends by no other way', async () => {
  const { branch, append } = await aLog()
  await append(writes(300).map(({ leaf }) => ({ leaf })))
  const files = [...branch.tree()]
  expect(files.map(([path]) => path).toSorted()).toEqual([
    'checkpoint',
    'state',
    'tile/0/000',
    'tile/0/001.p/44',
    'tile/1/000.p/1',
    'tile/entries/000',
    'tile/entries/001.p/44',
  ])
  const [good = ''] = branch.history.slice(-1)
  const random = numbers()
  const next = (below: number) => Math.floor((random.next().value ?? 0) * below)
  for (let round = 0; round < 150; round++) {
    const [path = '', content = new Uint8Array()] = files[round % files.length] ?? []
    const at = next(content.length)
    const edited =
      round % 3 === 0
        ? Buffer.concat([content.subarray(0, at), Uint8Array.of(next(256)), content.subarray(at)])
        : round % 3 === 1
          ? content.subarray(0, at)
          : Uint8Array.from(content, (byte, n) => (n === at ? byte ^ (1 + next(255)) : byte))
    branch.force(good)
    branch.tamper({ [path]: edited })
    const fault = await faultOf(branch)
    expect(`${path} ${round} ${fault}`).toMatch(/ (CORRUPT|UNSIGNED|FORK): /)
    const appended = await append([write(`after ${round}`)]).catch((error: unknown) => error)
    // Far from the edge an append does not look; it must not throw anything but what the reader can mend.
    expect(appended instanceof Error ? appended instanceof UserError : await faultOf(branch)).not.toBe(false)
  }
})

it('finds every character of a proof that is another', async () => {
  const { branch, append } = await aLog()
  await append(writes(20))
  const trust = trustIn(1)
  const seen = await witnessLog(branch, trust, { signer: witnessSigner(0), stored: undefined }, logPorts())
  if (isFault(seen)) throw new Error(seen.message)
  await mirrorCosignature(branch, trust, witnessSigner(0), seen, logPorts())
  const made = await proveLogged(await readable(branch, trust), { index: 7 }, trust, logPorts())
  if (isFault(made)) throw new Error(made.message)
  const sought = { document: write('document 7').leaf.document }
  const verify = (proof: string) => verifyLogProof(proof, sought, trust, NOW, noteKeys)
  expect(verify(made.proof)).toMatchObject({ index: 7, witnesses: ['witness.example/w0'] })
  const believed: string[] = []
  for (let at = 0; at < made.proof.length; at++) {
    const character = made.proof[at] === 'A' ? 'B' : 'A'
    const edited = made.proof.slice(0, at) + character + made.proof.slice(at + 1)
    const cut = made.proof.slice(0, at) + made.proof.slice(at + 1)
    for (const proof of [edited, cut]) if (!isFault(verify(proof))) believed.push(proof)
  }
  expect(believed).toEqual([])
})
