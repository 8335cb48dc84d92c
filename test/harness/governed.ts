import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initLog } from '../../src/commands/log/init-log.ts'
import { recordLog } from '../../src/commands/log/record-log.ts'
import { logTrust } from '../../src/core/record/log/log-trust.ts'
import { noteVerifier, writeSignerKey, writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { gitLogBranch } from '../../src/git/git-log-branch.ts'
import type { RecordLog } from '../../src/ports/record-log.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { sha256 } from '../core/record/memory.ts'
import { type Workshop, workshop } from './certified.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'

const ORIGIN = 'example.com/governance/proofmark-log'

export interface Governed extends Workshop {
  /** The log, as who has its key reads and writes it. */
  readonly log: RecordLog
  /** Certifies a model and enters the certificate in the log; returns what `promote` takes. */
  enter(version: string, files: Record<string, string>): Promise<{ certificate: string; model: string[] }>
}

/** A workshop whose settings name a log behind a bare git repository. */
export async function governed(): Promise<Governed> {
  const shop = await workshop()
  const remote = temporaryFolder('governance')
  execFileSync('git', ['init', '--quiet', '--bare', remote])
  const seed = noteKeys.generate()
  const signer = { ...noteVerifier(ORIGIN, 1, noteKeys.publicKey(seed), noteKeys.hash), seed }
  const branch = gitLogBranch({ remote, branch: 'proofmark-log' }, { root: shop.root })
  await initLog({ branch, origin: ORIGIN, signer }, { noteKeys })
  writeFileSync(join(shop.root, 'log.key'), `${writeSignerKey(signer)}\n`)
  const trust = logTrust({ origin: ORIGIN, key: writeVerifierKey(signer), quorum: 0 }, noteKeys.hash)
  const log = recordLog({ branch, trust, signer }, shop.ports())
  const settings = { remote, 'verifier-key': writeVerifierKey(signer), key: 'log.key' }
  writeFileSync(join(shop.root, 'proofmark.yml'), JSON.stringify({ record: { log: settings } }))
  return {
    ...shop,
    log,
    async enter(version, files) {
      const certified = await shop.certify(version, files, 3650)
      const text = readFileSync(join(shop.root, certified.certificate), 'utf8')
      const [subject] = JSON.parse(Buffer.from(JSON.parse(text).dsseEnvelope.payload, 'base64').toString()).subject
      await log.append(
        {
          v: 1,
          type: 'certificate',
          at: '2026-11-23T06:00:00Z',
          model: `credit-default ${version}`,
          id: `sha256:${subject.digest.sha256}`,
          document: `sha256:${sha256(text)}`,
        },
        text,
      )
      return certified
    },
  }
}
