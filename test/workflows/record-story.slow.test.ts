import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { checkRuns, credit, ROOT } from '../harness/credit.ts'
import { pullRequestEvent, pullRequestReview, push } from '../harness/events.ts'
import { type Ended, recorded, recordedSettings } from '../harness/recorded.ts'
import type { JobResult } from '../harness/run-workflow.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** A pickle that runs a command when it is loaded. */
const EVIL = "cos\nsystem\n(S'true'\ntR."
const FOREST_ID = sha256(
  `${sha256(readFileSync(join(ROOT, 'examples/credit/model-forest.joblib')))}  model-forest.joblib\n`,
)
const FOREST = { model: 'model-forest.joblib', predictions: 'predictions-forest.csv' }
const day = (inDays = 0) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10)
/** The story may go on past midnight: what is told of a later day is read of what happened then, and what is due is so on both days. */
const FIRST_DAY = day()
const LAST_DAY = day(29)
const REVIEW_DAY = day(22)
const WAIVER = `
  waivers:
    - rule: accuracy-floor
      model: sha256:${FOREST_ID}
      reason: As good by AUC; agreed in RISK-218
      owner: '@acme/risk'
      requested-by: alice
      expires: '${LAST_DAY}'`
const TOO_WEAK = 'Expected accuracy to be at least 0.785 but found 0.7838 [0.7608, 0.8056] (1 337 rows)'
const WAIVED = `    ~ model-certify: accuracy at least 0.785 (accuracy-floor)
      Waived until ${LAST_DAY} by @acme/risk, asked for by alice, because "As good by AUC; agreed in RISK-218"
      Without it failed: ${TOO_WEAK}`
const UNAPPROVED = `    ✘ Those whom the policy asks have approved
      Failed: Expected 1 approval by compliance but found none
      → Have them approve the pull request as it is now, or run \`proofmark approve ${FOREST_ID}\` in the approval workflow`

it('a model’s way into production and out of it, and what the record keeps from going there', async () => {
  const { github, trusted, artifacts, logKey, lastSeen, gate, promote, witness, run } = await recorded()
  const policy = (waivers = '') => `record:
  log:
    verifier-key: ${trusted.log}

policy:
  require: [data-validate, model-certify, security-scan, drift-compare]
  rules:
    - { id: accuracy-floor, gate: model-certify, metric: accuracy, comparator: '>=', threshold: 0.785, bound: point }
  approvals:
    - role: compliance
  roles:
    compliance: { users: [reviewer] }${waivers}
  validity-days: 90
  review-days-before: 7
  trust:
    keys:
      - name: certifier
        key: |
${trusted.certifier.trim().replace(/^/gm, ' '.repeat(10))}
    log:
      origin: github.com/acme/credit-model/proofmark-log
      key: ${trusted.log}
      witnesses: { audit: ${trusted.witness} }
      quorum: 1
`
  const files = (settings: string) => ({ 'proofmark.yml': settings, '.proofmark-last-seen': lastSeen })
  const change = (branch: string, settings: string, base: string) =>
    github.openPullRequest({ base, branch, files: { 'proofmark.yml': settings } })
  const first = recordedSettings(policy())
  const main = await github.commit(files(first), { branch: 'main' })
  const auditor = temporaryFolder('auditor')
  put(auditor, credit({ files: files(first) }))
  const entries = async () => {
    const { log } = await run(auditor, ['log', 'entries', '--json'])
    return (JSON.parse(log) as { entries: { leaf: { type: string } }[] }).entries.map(({ leaf }) => leaf.type)
  }

  // A pull request weakens the policy and swaps the model for one that runs a command. The policy of main decides.
  const weak = recordedSettings('policy:\n  require: [data-validate]\n', {
    model: 'model-evil.pkl',
    predictions: 'predictions-overregularised.csv',
  })
  const attack = await change('attack', weak, main)
  const refused = await gate(pullRequestEvent(github, attack, 'opened'), { ...files(weak), 'model-evil.pkl': EVIL })
  expect(decision(refused)).toContain(`Refused, failed: credit-default 1
    ✘ security-scan has to pass on this model
      Failed: Expected security-scan to have passed but it failed: 1 of 4 checks (artefact.model-evil.pkl)`)
  expect(exitCodes(refused)).toEqual([0, 1, 0])
  expect(await checkRuns(github, attack.head)).toMatchObject({
    'Proofmark / security-scan': 'failure',
    'Proofmark / audit-record': 'failure',
  })
  const [comment, ...others] = await github.comments(attack.number)
  expect(others).toEqual([])
  expect(
    comment?.body.match(/^- (Weaker: .*);/gm)?.map(line => line.replaceAll('\\', '').replace(/ \({.*/, '')),
  ).toEqual([
    '- Weaker: this pull request removes model-certify from what is required;',
    '- Weaker: this pull request removes security-scan from what is required;',
    '- Weaker: this pull request removes drift-compare from what is required;',
    '- Weaker: this pull request removes rule accuracy-floor (model-certify: accuracy at least 0.785);',
    '- Weaker: this pull request removes approvals by compliance;',
    '- Weaker: this pull request takes away review-days-before (7);',
    '- Weaker: this pull request takes away trust.log',
    '- Weaker: this pull request takes away quorum of trust.log (1);',
  ])
  expect(await entries()).toEqual([])

  // An honest change fails one rule. Risk excepts exactly this model in main's policy, compliance approves, and the gate passes.
  const asked = await change('forest', recordedSettings(policy(), FOREST), main)
  const failing = await gate(pullRequestEvent(github, asked, 'opened'), files(recordedSettings(policy(), FOREST)))
  expect(decision(failing)).toContain(`    ✘ model-certify: accuracy at least 0.785 (accuracy-floor)
      Failed: ${TOO_WEAK}`)
  const later = await github.commit(files(recordedSettings(policy(WAIVER))), { parent: main, branch: 'main' })
  const settings = recordedSettings(policy(WAIVER), FOREST)
  const candidate = await change('forest-again', settings, later)
  const unapproved = await gate(pullRequestEvent(github, candidate, 'opened'), files(settings))
  expect(decision(unapproved)).toBe(`Refused, failed: credit-default 1
${UNAPPROVED}
${WAIVED}
    model id     ${FOREST_ID}
    refusal      .proofmark/refusal.sigstore.json`)
  await github.review(candidate.number, { by: 'reviewer', event: 'APPROVE' })
  const approved = await gate(pullRequestReview(github, candidate, 'reviewer'), files(settings))
  const certified = `Certified until ${LAST_DAY}, with 1 waiver: credit-default 1
${WAIVED}
    model id     ${FOREST_ID}
    certificate  .proofmark/certificate.sigstore.json`
  expect(decision(approved)).toBe(certified)
  expect(await entries()).toEqual([])

  // Merged, it is certified, entered with all it rests on, and published with the proof of it.
  const merged = await github.merge(candidate.number, 'squash')
  const onMain = await gate(push(github, merged), files(settings))
  expect(decision(onMain)).toBe(certified)
  expect(await entries()).toEqual(['certificate', 'policy', 'key', 'waiver', 'approval'])
  const assets = async () =>
    (await github.read<{ tag_name: string; assets: { name: string }[] }[]>('/releases')).flatMap(release =>
      release.assets.map(({ name }) => `${release.tag_name}/${name}`),
    )
  expect(await assets()).toEqual(
    expect.arrayContaining(['certified-1/certificate.sigstore.json', 'certified-1/certificate.tlog-proof']),
  )
  const made = artifacts.folder(1, 'certificate')
  cpSync(made, auditor, { recursive: true })
  put(auditor, { 'proofmark.yml': settings })
  const verify = () => run(auditor, ['verify', 'certificate.sigstore.json', '--model', 'model-forest.joblib'])
  expect(ending(await verify())).toEqual([
    2,
    [
      '? The log holds together',
      '    UNWITNESSED: expected 1 of 1 witnesses to have cosigned github.com/acme/credit-model/proofmark-log but found 0',
      '    → Run `proofmark witness` where the witnesses are kept, then try again',
      '',
      'Nothing could be verified: do not promote this model',
    ],
  ])
  expect(await witness()).toMatchObject({ exitCode: 0, log: expect.stringContaining('; 5 cosigned at ') })
  expect(ending(await verify())).toEqual([0, ['Verified: the model is the one that was certified']])

  // It is promoted to a folder and to a release: read back, and logged.
  const folder = join(temporaryFolder('production'), 'credit')
  const to = `folder:${folder}`
  const promoted = await promote(to, files(settings))
  expect(promoted.log).toContain(`✔ Read back, it is so
    Hashed 1 file at ${to}: the model id is ${FOREST_ID}
✔ It is in the log
    Logged in acme/credit-model@proofmark-log

Promoted: ${to} points at credit-default 1
`)
  expect(JSON.parse(readFileSync(join(folder, 'production.json'), 'utf8'))).toMatchObject({
    kind: 'promotion',
    to: {
      name: 'credit-default 1',
      id: FOREST_ID,
      certificate: sha256(readFileSync(join(auditor, 'certificate.sigstore.json'))),
    },
    from: null,
    reason: 'CHG-131',
    by: 'acme',
  })
  expect((await promote('release:production-1', files(settings))).log).toContain(
    'Promoted: release:production-1 points at credit-default 1\n',
  )
  expect(await assets()).toEqual(
    expect.arrayContaining(['production-1/model-forest.joblib', 'production-1/promotion.json']),
  )
  expect(await entries()).toEqual(['certificate', 'policy', 'key', 'waiver', 'approval', 'promotion', 'promotion'])
  expect(await witness()).toMatchObject({
    exitCode: 0,
    log: expect.stringContaining('continues the 5 entries seen before; 7 cosigned at '),
  })
  expect(await run(auditor, ['status'])).toEqual({
    exitCode: 0,
    log: `MODEL             MODEL ID      CERTIFICATE             IN PRODUCTION AT
credit-default 1  ${FOREST_ID.slice(0, 12)}  valid until ${LAST_DAY}  ${to}, release:production-1

✔ ${to} → credit-default 1: it points where the log says, at the certified bytes
✔ release:production-1 → credit-default 1: it points where the log says, at the certified bytes

! credit-default 1: its review is due on ${REVIEW_DAY}
! credit-default 1: a waiver ends (accuracy-floor, by @acme/risk, As good by AUC; agreed in RISK-218) on ${LAST_DAY}
! credit-default 1: its certificate ends on ${LAST_DAY}
`,
  })

  // The certificate is replayed for other bytes.
  const replayed = await promote(to, { ...files(settings), 'model-forest.joblib': EVIL })
  expect([exitCodes(replayed).at(-1), error(replayed)]).toEqual([
    1,
    `Refused: ${to} was not touched. Expected 1 file as certified but found other bytes in model-forest.joblib`,
  ])

  // Somebody forces the log's branch back to its first commit: who has seen more says so, who has seen nothing believes nothing.
  const head = async () => (await github.read<{ object: { sha: string } }>('/git/ref/heads/proofmark-log')).object.sha
  const forceBack = async (message: string) => {
    const commits = await github.read<{ sha: string; commit: { message: string } }[]>(
      '/commits?sha=proofmark-log&per_page=100',
    )
    await github.forceBranch('proofmark-log', commits.find(({ commit }) => commit.message === message)?.sha ?? '')
  }
  const restore = '    → Restore the commits that were lost: a clone, or the repository of a witness, has them'
  const seven = await head()
  await forceBack('Begin the log github.com/acme/credit-model/proofmark-log')
  expect(ending(await verify())).toEqual([
    1,
    [
      '✘ The log holds together',
      '    ROLLBACK: size 0 < last seen 7 (acme/credit-model@proofmark-log)',
      restore,
      '',
      'Refused: do not promote this model',
    ],
  ])
  expect(ending(await witness())).toEqual([
    1,
    ['✘ ROLLBACK: size 0 < last seen 7 (acme/credit-model@proofmark-log)', restore],
  ])
  expect(await run(auditor, ['status'])).toMatchObject({
    exitCode: 1,
    log: expect.stringContaining('ROLLBACK: size 0 < last seen 7'),
  })
  const unseen = await promote(to, files(settings))
  expect([exitCodes(unseen).at(-1), error(unseen)]).toEqual([
    2,
    `Nothing could be verified: ${to} was not touched. UNWITNESSED: expected 1 of 1 witnesses to have cosigned github.com/acme/credit-model/proofmark-log but found 0`,
  ])
  await github.forceBranch('proofmark-log', seven)

  // The certificate is revoked: nobody promotes by it any more, and forcing the log back does not bring it back where that was seen.
  const why = ['--reason', 'labels of March were wrong']
  expect(
    await run(auditor, ['revoke', 'certificate.sigstore.json', ...why], {
      PROOFMARK_LOG_KEY: logKey,
      GITHUB_ACTOR: 'carol',
    }),
  ).toEqual({
    exitCode: 0,
    log: `Revoked: logged in acme/credit-model@proofmark-log
! ${to} still points at it: proofmark demote --to '${to}' …
! release:production-1 still points at it: proofmark demote --to 'release:production-1' …
`,
  })
  const seen = { ...files(settings), '.proofmark-last-seen': readFileSync(join(auditor, '.proofmark-last-seen')) }
  expect((await entries()).slice(7)).toEqual(['revocation'])
  const after = await promote(to, files(settings))
  expect([exitCodes(after).at(-1), error(after)]).toEqual([
    1,
    expect.stringMatching(
      /^Refused: \S+ was not touched\. The certificate was revoked at \S+: labels of March were wrong$/,
    ),
  ])
  const revoked = /revoked at (\d{4}-\d\d-\d\d)T/.exec(error(after) ?? '')?.[1]
  expect([FIRST_DAY, day()]).toContain(revoked)
  expect(ending(await verify())).toEqual([
    1,
    [
      '✘ Nobody has revoked it',
      expect.stringMatching(/^ {4}The certificate was revoked at \S+: labels of March were wrong$/),
      '    → Do not promote: certify the model again',
      '',
      'Refused: do not promote this model',
    ],
  ])
  expect(await run(auditor, ['status'])).toMatchObject({
    exitCode: 1,
    log: expect.stringContaining(`revoked on ${revoked}: labels of March were wrong  ${to}, release:production-1

✘ ${to} → credit-default 1: every certificate of its model is revoked
✘ release:production-1 → credit-default 1: every certificate of its model is revoked
`),
  })
  await forceBack('Cosign the checkpoint of 7 entries')
  const unrevoked = await promote(to, seen)
  expect([exitCodes(unrevoked).at(-1), error(unrevoked)]).toEqual([
    1,
    `Refused: ${to} was not touched. ROLLBACK: size 7 < last seen 8 (acme/credit-model@proofmark-log)`,
  ])
})

/** What was decided, as the log of the gate ends. */
const decision = ({ log }: JobResult) => /^(Refused|Certified)[\s\S]*?(?=\n(::|Uploaded))/m.exec(log)?.[0]

const exitCodes = ({ steps }: JobResult) => steps.map(({ exitCode }) => exitCode)

/** The error of a step that failed. */
const error = ({ log }: JobResult) => /^::error::(.*)$/m.exec(log)?.[1]

/** How a program ended: its exit code, and what it says from the first thing that does not hold; its last line where all does. */
function ending({ exitCode, log }: Ended): [number, readonly string[]] {
  const lines = log.trimEnd().split('\n')
  const from = lines.findIndex(line => /^[✘?]/.test(line))
  return [exitCode, from < 0 ? lines.slice(-1) : lines.slice(from)]
}

function put(folder: string, content: Readonly<Record<string, string | Uint8Array>>) {
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
