import type { Defence } from './defence.ts'

const edit = (file: string, find: string, replace: string) => ({ file, find, replace })
const RECORD = 'src/core/record'
const VERIFY = 'src/commands/verify.ts'

/**
 * What stops each of the 24 attacks, how it is switched off in a copy, and a test that fails then. Where two defences stand behind one
 * another, both are switched off at once: what is shown is that the test sees the attack.
 */
export const DEFENCES: readonly Defence[] = [
  {
    attack: 1,
    what: 'The bytes here are hashed, and files that are missing or more are told',
    edits: [
      edit(
        VERIFY,
        '  return modelSteps({ id, files: certified }, match, digests, ports.sha256)',
        `  const believed = new Map(certified.map(file => [file.name, file.digest.sha256]))
  return modelSteps({ id, files: certified }, { ...match, missing: [], extra: [] }, believed, ports.sha256)`,
      ),
    ],
    test: 'test/commands/threats-of-files.test.ts',
    name: 'a model changed after its certification',
  },
  {
    attack: 1,
    what: 'The bytes at the target are hashed',
    edits: [
      edit(
        `${RECORD}/promotion/stored-step.ts`,
        'if (files.length > 0 && modelId(files, sha256) === certified.id)',
        'if (certified.id)',
      ),
    ],
    test: 'test/commands/promote.test.ts',
    name: 'what lies at the target is hashed there .* is found before',
  },
  {
    attack: 2,
    what: 'Files are matched by their names',
    edits: [
      edit(
        `${RECORD}/model/match-names.ts`,
        '  const placements = ',
        `  const inOrder = new Map(certified.map((name, i) => [name, given[i] ?? '']))
  if (given.length === certified.length) return { pairs: inOrder, missing: [], extra: [] }
  const placements = `,
      ),
    ],
    test: 'test/commands/threats-of-files.test.ts',
    name: 'the same bytes under the names of other files',
  },
  {
    attack: 2,
    what: 'The model id depends on the names',
    edits: [
      edit(
        `${RECORD}/model/sha256-sums.ts`,
        'sorted.map(file =>',
        "sorted.map(({ digest }) => ({ name: '', digest })).map(file =>",
      ),
    ],
    test: 'test/core/record/model/model-id.test.ts',
    name: 'depends on names: the same bytes under other names',
  },
  {
    attack: 3,
    what: 'The workflow is compared with the trusted one',
    edits: [
      edit(
        `${RECORD}/trust/identity-fault.ts`,
        'if (found.subject !== subject) return',
        'if (found) return undefined\n  if (!found) return',
      ),
    ],
    test: 'test/signing/keyless.test.ts',
    name: 'a workflow that is not the trusted one is refused',
  },
  {
    attack: 3,
    what: 'The signature is verified, by a key that is trusted',
    edits: [
      edit('src/signing/verify-keyed.ts', 'keys.filter(({ id }) => id === hint)', '[...keys]'),
      edit(
        'src/signing/verify-keyed.ts',
        'if (!(await holds(preAuthenticationEncoding(payloadType, payload), first.key, signature)))',
        'if (!verify)',
      ),
    ],
    test: 'test/commands/verify.test.ts',
    name: 'a certificate is refused › for another signing key',
  },
  {
    attack: 4,
    what: 'Trust takes no pattern and no prefix',
    edits: [
      edit(`${RECORD}/trust/trust.ts`, '/^[^\\s@*?]+\\/[^\\s@*?]+\\/\\.github\\/workflows\\/[^\\s@*?]+$/', '/./'),
    ],
    test: 'test/core/record/trust/trusted-identity.test.ts',
    name: 'no pattern, prefix or short name',
  },
  {
    attack: 4,
    what: 'Identities are compared as a whole',
    edits: [
      edit(
        `${RECORD}/trust/identity-fault.ts`,
        'found.subject !== subject)',
        '!found.subject.startsWith(subject.slice(0, -1)))',
      ),
      edit(
        `${RECORD}/trust/identity-fault.ts`,
        '!ids.includes(found.repositoryId))',
        '!ids.some(id => found.repositoryId?.startsWith(id.slice(0, 1))))',
      ),
    ],
    test: 'test/signing/keyless.test.ts',
    name: 'a workflow that is not the trusted one is refused › by the number of its repository',
  },
  {
    attack: 5,
    what: 'Where an authority is trusted, a signature needs its time-stamp',
    edits: [
      edit(
        'src/signing/verify-keyed.ts',
        'if (times.length === 0 && authorities !== undefined && !logTimeComes)',
        'if (times.length < 0)',
      ),
      edit('src/signing/verify-keyed.ts', '    return logTimeComes\n', '    return times\n'),
    ],
    test: 'test/signing/keyed.test.ts',
    name: 'a key that counts for some time only › is refused without a time-stamp',
  },
  {
    attack: 5,
    what: 'A key with a window needs a time that somebody else vouches for',
    edits: [edit('src/signing/verify-keyed.ts', '    return logTimeComes\n', '    return times\n')],
    test: 'test/signing/keyed.test.ts',
    name: 'a key that counts for some time only › is refused where nobody’s time-stamps are trusted',
  },
  {
    attack: 5,
    what: 'The window is held against the time of the log',
    edits: [
      edit(
        `${RECORD}/trust/key-window.ts`,
        'if (to !== undefined && at.getTime() > Date.parse(to))',
        'if (to === null)',
      ),
    ],
    test: 'test/commands/verification/trusted-log.test.ts',
    name: 'a key that counts for some time only › is held against the time of the log',
  },
  {
    attack: 5,
    what: 'A revoked key ends its signatures',
    edits: [
      edit(
        `${RECORD}/promotion/find-revocation.ts`,
        'revocation.key === asked.key && !before(revocation.since)',
        'revocation.key === null',
      ),
    ],
    test: 'test/commands/verification/trusted-log.test.ts',
    name: 'what was revoked › is every signature of a key',
  },
  {
    attack: 5,
    what: 'An entry is no older than those before it',
    edits: [edit(`${RECORD}/log/logged-at.ts`, 'leaves.slice(0, index + 1)', 'leaves.slice(index, index + 1)')],
    test: 'test/commands/verification/forged-entries.test.ts',
    name: 'is not older than what the log held before it',
  },
  {
    attack: 6,
    what: 'A refusal is no certificate',
    edits: [
      edit(
        `${RECORD}/verification/statement-step.ts`,
        "      status: 'failed',\n      reason: `Expected a certificate but found a refusal",
        "      status: 'passed',\n      reason: `Expected a certificate but found a refusal",
      ),
    ],
    test: 'test/commands/threats-of-files.test.ts',
    name: 'a refusal › is no certificate under any name',
  },
  {
    attack: 6,
    what: 'A certificate must say PASSED',
    edits: [
      edit(
        `${RECORD}/verification/statement-step.ts`,
        "predicate.verificationResult !== 'PASSED'",
        'predicate.verificationResult === undefined',
      ),
    ],
    test: 'test/commands/verify.test.ts',
    name: 'a certificate is refused › where it says FAILED',
  },
  {
    attack: 7,
    what: 'A certificate holds in its own time',
    edits: [
      edit(
        `${RECORD}/verification/validity-step.ts`,
        'if (!(at <= Date.parse(notAfter)))',
        'if (notAfter === undefined)',
      ),
    ],
    test: 'test/commands/threats-of-files.test.ts',
    name: 'a certificate holds for its own model and in its own time alone',
  },
  {
    attack: 7,
    what: 'The name that was asked for is the certified one',
    edits: [edit(`${RECORD}/verification/name-step.ts`, '(expected === name || expected === versioned)', 'expected')],
    test: 'test/commands/verification/trusted-log.test.ts',
    name: 'the model that was asked for',
  },
  {
    attack: 7,
    what: 'The resource is the certified model',
    edits: [
      edit(
        `${RECORD}/verification/statement-step.ts`,
        'if (predicate.resourceUri !== resource)',
        'if (predicate.resourceUri === undefined)',
      ),
    ],
    test: 'test/commands/verify.test.ts',
    name: 'a certificate is refused › where its resource is another than its model',
  },
  {
    attack: 7,
    what: 'A pointer holds for its own target',
    edits: [
      edit('src/commands/promotion/read-standing.ts', 'pointer.target !== target.name', 'pointer.target === undefined'),
    ],
    test: 'test/commands/promote.test.ts',
    name: 'over a pointer that is none of ours',
  },
  {
    attack: 8,
    what: 'In a pull request the policy in the settings is the base branch’s',
    edits: [edit('src/commands/take-bar.ts', 'policy: base.policy,', 'policy: head.policy,')],
    test: 'test/commands/policy-in-pull-request.test.ts',
    name: 'a pull request that weakens the policy › is decided by the policy of the base branch',
  },
  {
    attack: 8,
    what: 'And so is a policy in a file of its own',
    edits: [
      edit(
        'src/commands/take-policy.ts',
        'openPolicy({ from }, base ?? policyFilesHere(ports), ports)',
        'openPolicy({ from }, policyFilesHere(ports), ports)',
      ),
    ],
    test: 'test/commands/policy-in-pull-request.test.ts',
    name: 'a policy in a file of its own › is that of the base branch in a pull request',
  },
  {
    attack: 8,
    what: 'Only the policies that are trusted count',
    edits: [edit(`${RECORD}/verification/policy-step.ts`, 'trusted.includes(sha256)', 'trusted')],
    test: 'test/commands/verification/trusted-log.test.ts',
    name: 'whose policy decided › must be trusted',
  },
  {
    attack: 9,
    what: 'Promotion verifies the certificate itself',
    edits: [edit('src/commands/promote.ts', "if (verified.status !== 'passed' || !certificate)", 'if (!certificate)')],
    test: 'test/commands/threats-of-promotion.test.ts',
    name: 'a green check run that somebody else posted',
  },
  {
    attack: 10,
    what: 'Nobody approves what is their own',
    edits: [edit(`${RECORD}/approvals/conflict.ts`, 'isSameAccount(who, other)', 'who === other')],
    test: 'test/core/record/approvals/approvals-rule.test.ts',
    name: 'separation of duties › refuses',
  },
  {
    attack: 10,
    what: 'The same, of a review of the pull request',
    edits: [edit(`${RECORD}/approvals/conflict.ts`, 'isSameAccount(who, other)', 'who === other')],
    test: 'test/commands/approvals.test.ts',
    name: 'by an author counts for nothing',
  },
  {
    attack: 11,
    what: 'A receipt is for one model',
    edits: [edit(`${RECORD}/approvals/judge-receipt.ts`, 'aud === approvalAudience(model)', 'aud')],
    test: 'test/oidc/receipts.test.ts',
    name: 'a token that proves nothing',
  },
  {
    attack: 11,
    what: 'A receipt is of a first attempt',
    edits: [edit(`${RECORD}/approvals/judge-receipt.ts`, "if (attempt !== '1')", "if (attempt === '')")],
    test: 'test/oidc/receipts.test.ts',
    name: 'a token that proves nothing',
  },
  {
    attack: 11,
    what: 'A receipt came into the log within the hour',
    edits: [edit(`${RECORD}/approvals/receipt-time.ts`, 'late > WINDOW_MS + SKEW_MS', 'late === undefined')],
    test: 'test/oidc/receipts.test.ts',
    name: 'the time in the log',
  },
  {
    attack: 12,
    what: 'A waiver ends',
    edits: [edit(`${RECORD}/decision/judge-waivers.ts`, 'if (at.getTime() >= end)', 'if (!end)')],
    test: 'test/core/record/decision/rule-waivers.test.ts',
    name: 'a waiver of a rule › at .* makes it',
  },
  {
    attack: 12,
    what: 'A waiver is held against the limits of the policy',
    edits: [edit(`${RECORD}/decision/judge-waivers.ts`, 'return days <= maxDays', 'return days')],
    test: 'test/core/record/decision/rule-waivers.test.ts',
    name: 'is judged by the limits',
  },
  {
    attack: 12,
    what: 'A waiver is for one model',
    edits: [
      edit(
        `${RECORD}/decision/judge-waivers.ts`,
        '.filter(({ model }) => model ===',
        '.filter(({ model }) => Boolean(model) || model ===',
      ),
    ],
    test: 'test/core/record/decision/rule-waivers.test.ts',
    name: 'a waiver of a rule',
  },
  {
    attack: 13,
    what: 'What was seen of the log must be there still',
    edits: [
      edit('src/commands/log/prove-consistency.ts', 'seen.size <= found.size ? undefined', 'found ? undefined'),
      edit(
        'src/commands/log/read-log.ts',
        'for (const { size, root } of [checkpoint, ...seen])',
        'for (const { size, root } of [checkpoint])',
      ),
    ],
    test: 'test/commands/log/attacks.test.ts',
    name: 'a log that was rewritten › is refused after a force-push',
  },
  {
    attack: 13,
    what: 'A log that was made anew does not continue what was seen',
    edits: [
      edit(
        'src/commands/log/read-log.ts',
        'for (const { size, root } of [checkpoint, ...seen])',
        'for (const { size, root } of [checkpoint])',
      ),
    ],
    test: 'test/commands/log/attacks.test.ts',
    name: 'a log that was rewritten › is refused when it is made anew',
  },
  {
    attack: 13,
    what: 'The log continues what each certificate saw of it',
    edits: [
      edit(
        'src/commands/verification/about-the-log.ts',
        'if (lost) return [unbelievedStep(lost)]',
        'if (lost === null) return []',
      ),
      edit('src/commands/verification/about-the-log.ts', 'loggedStep(behind ?? found,', 'loggedStep(found,'),
    ],
    test: 'test/commands/verification/seen-by-certificate.test.ts',
    name: 'certificate saw is a rollback|with the stolen key is a fork',
  },
  {
    attack: 14,
    what: 'A quorum of witnesses has cosigned',
    edits: [edit(`${RECORD}/log/quorum.ts`, 'if (cosigners.length < quorum)', 'if (!cosigners)')],
    test: 'test/commands/log/attacks.test.ts',
    name: 'shows two readers two logs only until a witness',
  },
  {
    attack: 14,
    what: 'The log continues what its witnesses saw',
    edits: [
      edit('src/commands/log/witnessed-head.ts', 'if (gone !== undefined) return gone', ''),
      edit(
        'src/commands/log/witnessed-head.ts',
        'if (!sameBytes(rootOf(checkpoint.size), checkpoint.root))',
        'if (!sameBytes)',
      ),
    ],
    test: 'test/commands/log/attacks.test.ts',
    name: 'its witness has seen|by who trusts its witness',
  },
  {
    attack: 15,
    what: 'After a conflict everything is done anew',
    edits: [
      edit(
        'src/commands/log/sequence.ts',
        "return typeof committed === 'string' ? 'again' : { entries: all, seen }",
        'return committed && { entries: all, seen }',
      ),
    ],
    test: 'test/commands/log/append-to-log.test.ts',
    name: 'never signs two trees of one size, whoever wins',
  },
  {
    attack: 15,
    what: 'The branch moves only from where it stood',
    edits: [edit('src/github/log/commit-by-rest.ts', 'force: false, request })', 'force: true, request })')],
    test: 'test/github/log/github-log-branch.test.ts',
    name: 'REST',
  },
  {
    attack: 16,
    what: 'What stands in the log is found before it is brought in again',
    edits: [
      edit(
        'src/commands/log/sequence.ts',
        'return writes.map(({ leaf }) => bySaying.get(sayingOf(leaf)) ?? byBytes.get(hex(leafBytes(leaf))))',
        'return writes.map(() => (bySaying && byBytes ? undefined : entries[0]))',
      ),
    ],
    test: 'test/commands/log/append-to-log.test.ts',
    name: 'brings the leaf in once where the first phase ends in lost-but-landed',
  },
  {
    attack: 17,
    what: 'No file of the tree is anything but the log’s',
    edits: [edit('src/commands/log/read-log.ts', 'if (misplaced !== undefined) return misplaced', '')],
    test: 'test/commands/log/attacks.test.ts',
    name: 'a log that somebody with the right to write has edited › is refused with',
  },
  {
    attack: 17,
    what: 'Every tile follows from the entries',
    edits: [
      edit('src/commands/log/read-log.ts', 'if (edited !== undefined) return edited', ''),
      edit('src/commands/log/read-log.ts', 'if (!sameBytes(remade(state.size), state.root))', 'if (!sameBytes)'),
    ],
    test: 'test/commands/log/mutations.test.ts',
    name: 'finds every single byte',
  },
  {
    attack: 18,
    what: 'A file that is read has a largest size',
    edits: [
      edit('src/files/local-files.ts', 'if (bytes <= maxBytes) return', 'if (maxBytes > 0 && bytes >= 0) return'),
    ],
    test: 'test/commands/threats-of-promotion.test.ts',
    name: 'a certificate that is no certificate › of 100 MB is not read',
  },
  {
    attack: 18,
    what: 'A bundle has a strict form, and few time-stamps',
    edits: [
      edit(
        `${RECORD}/statement/bundle.ts`,
        'const timestampVerificationData = z\n  .strictObject({',
        'const timestampVerificationData = z\n  .object({',
      ),
      edit(
        `${RECORD}/statement/bundle.ts`,
        '.array(z.strictObject({ signedTimestamp: Base64 }))\n      .max(MOST_WITNESSES)',
        '.array(z.strictObject({ signedTimestamp: Base64 }))',
      ),
    ],
    test: 'test/signing/keyed.test.ts',
    name: 'a bundle of a key › is refused with a reason where it is',
  },
  {
    attack: 18,
    what: 'A log’s unsigned part has a largest size',
    edits: [edit('src/commands/log/read-heads.ts', 'if (state.size - checkpoint.size > MOST_UNSIGNED)', 'if (!state)')],
    test: 'test/commands/log/attacks.test.ts',
    name: 'is refused with a size that somebody made up',
  },
  {
    attack: 18,
    what: 'Aliases of YAML are counted',
    edits: [edit('src/core/documents/read-yaml.ts', '{ maxAliasCount: MAX_ALIASES }', '{ maxAliasCount: -1 }')],
    test: 'test/core/record/policy/policy.test.ts',
    name: 'is no place for a bomb of aliases',
  },
  {
    attack: 19,
    what: 'A private repository is published only where its owner says so',
    edits: [
      edit(
        'src/signing/keyless/keyless-signer.ts',
        "visibility !== 'public' && !mayPublish",
        'visibility === mayPublish',
      ),
    ],
    test: 'test/signing/keyless-signer.test.ts',
    name: 'repository is not published unless its owner says so',
  },
  {
    attack: 19,
    what: 'With a key of one’s own nobody is asked',
    edits: [
      edit(
        'src/signing/seal-bundle.ts',
        'const times = timestampAuthority === undefined ? {} :',
        "await fetch('http://127.0.0.1:40404/').catch(() => undefined)\n  const times = timestampAuthority === undefined ? {} :",
      ),
    ],
    test: 'test/commands/threats-of-promotion.test.ts',
    name: 'in private nothing connects to anybody',
  },
  {
    attack: 20,
    what: 'Bytes are read back after the pointer',
    edits: [
      edit(
        'src/commands/promotion/flip.ts',
        "return storedStep('read-back', await target.stored(aimed.id), aimed, target, ports.sha256)",
        "return promotionStep('read-back', 'passed', 'Nothing was read back')",
      ),
    ],
    test: 'test/commands/promote.test.ts',
    name: 'between that and the pointer is found',
  },
  {
    attack: 21,
    what: 'A checkpoint has an oldest age',
    edits: [
      edit(
        `${RECORD}/log/quorum.ts`,
        'if (now.getTime() - at.getTime() <= maxAgeHours * HOUR_MS) return undefined',
        'if (HOUR_MS) return undefined',
      ),
    ],
    test: 'test/commands/log/attacks.test.ts',
    name: 'witnesses › that stopped looking make a log stale',
  },
  {
    attack: 21,
    what: 'A proof without the log says nothing of revocations',
    edits: [
      edit(
        `${RECORD}/verification/revocation-step.ts`,
        "  status: 'inconclusive',\n  reason: 'Expected the log itself",
        "  status: 'passed',\n  reason: 'Expected the log itself",
      ),
    ],
    test: 'test/commands/verification/trusted-log.test.ts',
    name: 'is not verified by its proof alone',
  },
  {
    attack: 22,
    what: 'Nothing asked is nothing verified',
    edits: [
      edit(
        'src/core/verdict.ts',
        "if (verdicts.length === 0 || verdicts.includes('inconclusive')) return 'inconclusive'",
        "if (verdicts.includes('never')) return 'inconclusive'",
      ),
    ],
    test: 'test/commands/verify.test.ts',
    name: 'nothing is verified › by',
  },
  {
    attack: 22,
    what: 'A verification without steps promotes nothing',
    edits: [
      edit(
        'src/commands/promote.ts',
        "if (status === 'passed' && !broken && steps.length > 0)",
        "if (status === 'passed' && !broken)",
      ),
    ],
    test: 'test/commands/promote.test.ts',
    name: 'nothing is promoted › where the verification asked nothing',
  },
  {
    attack: 22,
    what: 'No rule is no certificate',
    edits: [edit(`${RECORD}/decision/nothing-checked.ts`, 'if (gates.length === 0)', 'if (!gates)')],
    test: 'test/core/record/decision/judge-rule.test.ts',
    name: 'takes nothing for certified',
  },
  {
    attack: 23,
    what: 'Evidence is about these very files, and its verdict follows from its checks',
    edits: [
      edit(`${RECORD}/decision/gate-rule.ts`, 'if (recomputed !== verdict)', 'if (!recomputed)'),
      edit(`${RECORD}/decision/gate-rule.ts`, 'if (difference !== undefined)', 'if (difference === null)'),
      edit(
        `${RECORD}/decision/gate-rule.ts`,
        "const standing = verdictOf(checks.map(check => (applied.has(check) ? 'warn' : check.status)))",
        'const standing = verdict',
      ),
    ],
    test: 'test/commands/threats-of-promotion.test.ts',
    name: 'evidence that was swapped between two jobs › .* certifies nothing',
  },
  {
    attack: 23,
    what: 'A certificate has the digests of its evidence',
    edits: [
      edit(
        'src/commands/record/verify-evidence.ts',
        '(await ports.files.digest(path)).sha256 === digest.sha256',
        '(await ports.files.digest(path)).sha256',
      ),
    ],
    test: 'test/commands/threats-of-promotion.test.ts',
    name: 'evidence that was swapped between two jobs › after the certification',
  },
  {
    attack: 24,
    what: 'The time of a signature is not the runner’s',
    edits: [
      edit(
        'src/signing/verify-keyed.ts',
        'const fault = times.map(({ at }) => outsideWindow(window, at)).find(found => found !== undefined)',
        'const fault = times.length > 99 ? outsideWindow(window, new Date(0)) : undefined',
      ),
    ],
    test: 'test/signing/keyed.test.ts',
    name: 'a key that counts for some time only › is refused however early the clock of the runner was',
  },
  {
    attack: 24,
    what: 'A broken date is no time',
    edits: [
      edit(
        `${RECORD}/verification/validity-step.ts`,
        'if (!(at <= Date.parse(notAfter)))',
        'if (at > Date.parse(notAfter))',
      ),
    ],
    test: 'test/core/record/verification/validity-step.test.ts',
    name: 'is never met by a broken clock or a broken date',
  },
  {
    attack: 24,
    what: 'No entry of a time yet to come is signed',
    edits: [edit('src/commands/log/publish.ts', 'if (yetToCome(leaf.at, now()))', 'if (!yetToCome || !now)')],
    test: 'test/commands/verification/forged-entries.test.ts',
    name: 'is never signed where it is dated in the future',
  },
]
