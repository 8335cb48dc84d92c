import { loadKeyTrust } from '../../commands/load-trust.ts'
import { portal as buildPortal } from '../../commands/portal.ts'
import { whomToTrust } from '../../commands/verification/whom-to-trust.ts'
import { compose } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { environmentContext } from '../../github/context.ts'
import { count } from '../../report/numbers.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'
import { repositoryLog } from '../portal/repository-log.ts'

const flags: CliCommand['flags'] = [
  { name: 'out', kind: 'value', description: 'Folder to write the site into' },
  { name: 'evidence', kind: 'list', description: 'Folders to look for evidence in, beside .proofmark of each clone' },
  { name: 'title', kind: 'value', description: 'What the site is called. Default: Models and certificates' },
  { name: 'url', kind: 'value', description: 'Where the site will be read, for the links of its feed' },
  {
    name: 'verifier-key',
    kind: 'list',
    description: 'Public keys of logs whose repository has no proofmark.yml that names it',
  },
  {
    name: 'branch',
    kind: 'value',
    description: 'Branch of the logs. Default: what proofmark.yml says, else proofmark-log',
  },
  {
    name: 'key',
    kind: 'value',
    description:
      'Public key of the certifier: nobody else’s signature counts. Default: what policy.trust of each clone says',
  },
  { name: 'policy', kind: 'value', description: 'A policy whose trust says whose signatures count, for every log' },
  { name: 'json', kind: 'switch', description: 'Print what was built as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
]

export const portal: CliCommand = {
  name: 'portal',
  summary:
    'Build a static site of every model’s life from logs and evidence: for data owners, ML engineers and compliance officers',
  synopsis: '[REPOSITORY…] --out DIR [--evidence DIR…]',
  examples: [
    'proofmark portal --out site',
    'proofmark portal acme/governance --verifier-key "$LOG" --key proofmark.pub --out site',
    'proofmark portal credit fraud --out site --evidence evidence --url https://acme.github.io/models/',
  ],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const last = (flag: string) => values.get(flag)?.at(-1)
    const out = last('out')
    if (out === undefined)
      throw new UserError('flags.incomplete', 'Expected --out and a folder but found none', {
        hint: 'proofmark portal [REPOSITORY…] --out DIR',
      })
    const url = last('url')
    if (url !== undefined && !/^https?:\/\/[^\s"<>]+$/i.test(url))
      throw new UserError('flags.url', `Expected --url to be an address of the web but found '${url}'`, {
        hint: 'For example https://acme.github.io/models/',
      })
    const log = terminalLog(process.stderr, { quiet: values.has('json') || values.has('quiet') })
    const repositories = positionals.length === 0 ? ['.'] : positionals
    const keys = values.get('verifier-key') ?? []
    const opened = []
    for (const asked of repositories) opened.push(await repositoryLog({ asked, branch: last('branch'), keys, log }))
    const ports = compose(process.cwd(), log, environmentContext(process.env))
    const [key, policy] = [last('key'), last('policy')]
    const trust = key === undefined && policy === undefined ? undefined : await whomToTrust({ key, policy }, ports)
    const named = typeof trust === 'string' ? await loadKeyTrust(trust, ports.files) : trust
    const evidence = [...opened.flatMap(({ evidence: folder }) => folder ?? []), ...(values.get('evidence') ?? [])]
    const built = await buildPortal(
      { out, title: last('title') ?? 'Models and certificates', url, evidence },
      opened.map(({ recordLog, trust: own }) => ({ recordLog, trust: named ?? own })),
      ports,
    )
    log.done()
    if (values.has('json')) process.stdout.write(`${JSON.stringify(built, null, 2)}\n`)
    else {
      const { models, certificates, pages, faults, gaps, signatures } = built
      for (const fault of faults) process.stdout.write(`✘ ${fault.log}: ${fault.message}\n`)
      const found = [count(models, 'model'), count(certificates, 'certificate'), count(built.evidence, 'evidence file')]
      const unsure = [
        ...(signatures.refused > 0 ? [`${signatures.refused} not verified`] : []),
        ...(signatures.notAsked > 0 ? [`${signatures.notAsked} not asked: name the certifier's key with --key`] : []),
      ]
      if (unsure.length > 0) process.stdout.write(`Signatures of certificates: ${unsure.join(', ')}\n`)
      const stated = gaps > 0 ? `; ${count(gaps, 'gap')} in the logs: see there` : ''
      process.stdout.write(`${found.join(', ')}: ${count(pages, 'page')} in ${out}${stated}\n`)
    }
    return built.exitCode
  },
}
