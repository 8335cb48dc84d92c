import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import type { Chain } from '../../../src/core/record/statement/chain.ts'
import { chainList } from '../../../src/report/html/chain.ts'
import type { Recorded } from '../../../src/report/record-section.ts'
import { scanned } from '../some-evidence.ts'

const digest = (letter: string) => letter.repeat(64)
const CHAIN: Chain = {
  policy: { uri: 'proofmark.yml#policy', sha256: digest('1'), commit: 'c0ffee' },
  evidence: [{ uri: 'security-scan.evidence.json', digest: { sha256: digest('2') } }],
  sha256: digest('3'),
  signatory: { kind: 'key', sha256: digest('4') },
  supersedes: digest('5'),
  entry: { origin: 'acme/log', index: 1041, size: 1044, root: 'cm9vdA==', proof: 'certificate.tlog-proof' },
}
const RECORDED: Recorded = {
  decision: { verdict: 'passed', rules: [], waivers: [], notes: [] },
  model: { name: 'credit', version: '1', id: digest('6') },
  path: 'out/certificate.sigstore.json',
  notAfter: '2027-02-28T00:00:00Z',
  chain: CHAIN,
}

/** The links, without their markup. */
const links = (change: Partial<Recorded>) =>
  toHtml(chainList({ ...RECORDED, ...change }, [scanned([{ id: 'a', title: 'a', status: 'pass', reason: 'r' }])]))
    .split('<li>')
    .slice(1)
    .map(item => item.replace(/<[^>]+>/g, '').replace(/[a-f0-9]{64}/g, found => found.slice(0, 4)))

it('leads from the files by digests to the policy, the signature, the certificate before and the log', () => {
  expect(links({}).slice(1)).toEqual([
    'Model id, the SHA-256 of their SHA256SUMS: 6666',
    'security-scan: passed, 1 check, by proofmark 0.1.0, in security-scan.evidence.json 2222',
    '0 rules of the policy: passed, read from proofmark.yml#policy at commit c0ffee, SHA-256 1111',
    'Valid until 2027-02-28T00:00:00Z, signed by key 4444 in out/certificate.sigstore.json, SHA-256 3333',
    'It replaces certificate 5555',
    'Entry 1\u202f041 of the log acme/log, in a tree of 1\u202f044 entries with the root cm9vdA==; the proof is in certificate.tlog-proof',
    'Verify it: proofmark verify out/certificate.sigstore.json --model FILE… --key FILE',
  ])
})

it('names the workflow that signed without a key, and says where there is no log', () => {
  const { entry: _, ...logless } = CHAIN
  const chain: Chain = {
    ...logless,
    signatory: {
      kind: 'workflow',
      name: 'https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main',
    },
    supersedes: null,
  }
  expect(links({ chain }).slice(4)).toEqual([
    'Valid until 2027-02-28T00:00:00Z, signed by the workflow https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main in out/certificate.sigstore.json, SHA-256 3333',
    'It replaces no certificate',
    'It was entered in no log: nobody else can tell that it was made',
    'Verify it: proofmark verify out/certificate.sigstore.json --model FILE… --policy FILE',
  ])
})

it('ends where nothing was signed', () => {
  expect(links({ chain: undefined, path: undefined }).slice(3)).toEqual([
    '0 rules of the policy: passed',
    'Nothing was signed',
  ])
})
