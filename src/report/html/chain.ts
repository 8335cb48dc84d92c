import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { type Evidence, evidenceFile } from '../../core/evidence.ts'
import type { Chain } from '../../core/record/statement/chain.ts'
import { count, formatNumber } from '../numbers.ts'
import type { Recorded } from '../record-section.ts'
import { shown } from './text.ts'

/** Model files that are listed. */
const FILES = 20

/** Every link from the model's files to the log that the certificate is in, each by its digest, and how to follow it. */
export function chainList(recorded: Recorded, evidence: readonly Evidence[]): Element {
  const { decision, model, path, chain } = recorded
  return h('ol.chain', [
    h('li', modelFiles(evidence)),
    h(
      'li',
      model.id === undefined ? 'No model id' : ['Model id, the SHA-256 of their SHA256SUMS: ', h('code', model.id)],
    ),
    ...evidence.map(one => h('li', ofGate(one, chain))),
    h('li', [
      `${count(decision.rules.length, 'rule')} of the policy: ${decision.verdict}`,
      ...(chain ? [h('span', policyOf(chain))] : []),
    ]),
    path === undefined ? h('li', 'Nothing was signed') : h('li', signed(recorded, path)),
    ...(chain ? [...replaced(chain), h('li', logged(chain))] : []),
    ...(path === undefined
      ? []
      : [h('li', ['Verify it: ', h('code', shown(`proofmark verify ${path} --model FILE… ${by(chain)}`))])]),
  ])
}

function modelFiles(evidence: readonly Evidence[]): Child {
  const subject = evidence.find(one => one.subject.length > 0)?.subject ?? []
  if (subject.length === 0) return 'No model file was named'
  return [
    `${count(subject.length, 'model file')}: `,
    ...subject
      .slice(0, FILES)
      .flatMap(({ name, digest }) => [h('code', shown(name, 120)), ' ', h('code', digest.sha256), ' ']),
    subject.length > FILES ? `and ${subject.length - FILES} more` : '',
  ]
}

function ofGate({ gate, verdict, checks, tool }: Evidence, chain: Chain | undefined): Child {
  const file = evidenceFile(gate)
  const sha256 = chain?.evidence.find(({ uri }) => uri === file)?.digest.sha256
  return [
    h('a', { href: `#${gate}` }, gate),
    `: ${verdict}, ${count(checks.length, 'check')}, by ${tool.name} ${tool.version}, in `,
    h('code', file),
    ...(sha256 === undefined ? [] : [' ', h('code', sha256)]),
  ]
}

const policyOf = ({ policy: { uri, commit, sha256 } }: Chain): Child => [
  ', read from ',
  h('code', shown(uri)),
  ...(commit === undefined ? [] : [' at commit ', h('code', shown(commit, 80))]),
  ', SHA-256 ',
  h('code', sha256),
]

function signed({ notAfter, chain }: Recorded, path: string): Child {
  return [
    notAfter === undefined ? 'Signed' : `Valid until ${notAfter}, signed`,
    ...(chain ? [h('span', signatory(chain))] : []),
    ' in ',
    h('code', shown(path)),
    ...(chain ? [', SHA-256 ', h('code', chain.sha256)] : []),
  ]
}

const signatory = ({ signatory }: Chain): Child =>
  signatory.kind === 'key'
    ? [' by key ', h('code', signatory.sha256)]
    : [' by the workflow ', h('code', shown(signatory.name))]

const replaced = ({ supersedes }: Chain): Element[] => {
  if (supersedes === undefined) return []
  return [
    h('li', supersedes === null ? 'It replaces no certificate' : ['It replaces certificate ', h('code', supersedes)]),
  ]
}

function logged({ entry }: Chain): Child {
  if (!entry) return 'It was entered in no log: nobody else can tell that it was made'
  const { origin, index, size, root, proof } = entry
  return [
    `Entry ${formatNumber(index)} of the log `,
    h('code', shown(origin)),
    `, in a tree of ${count(size, 'entry', 'entries')} with the root `,
    h('code', root),
    ...(proof === undefined ? [] : ['; the proof is in ', h('code', proof)]),
  ]
}

const by = (chain: Chain | undefined) => (chain?.signatory.kind === 'workflow' ? '--policy FILE' : '--key FILE')
