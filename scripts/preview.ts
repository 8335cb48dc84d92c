// Renders what GitHub shows of a run (comment, check run, job summary) as pages, light and dark, to look at: `node scripts/preview.ts EVIDENCE FOLDER`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { assessControls } from '../src/core/controls/assess-controls.ts'
import { CATALOGUE } from '../src/core/controls/catalogue/index.ts'
import { Evidence, evidenceFile, GATES } from '../src/core/evidence.ts'
import { CERTIFICATE_EXTENSION } from '../src/core/record/statement/identifiers.ts'
import { checkRun } from '../src/report/check-run.ts'
import { comment } from '../src/report/comment.ts'
import { withFullReport } from '../src/report/full-report.ts'
import { jobSummary } from '../src/report/job-summary.ts'
import { recordCheckRun } from '../src/report/record-section.ts'

const [from = 'examples/credit/.proofmark', to = '.proofmark/preview'] = process.argv.slice(2)
const evidence = GATES.map(gate => Evidence.parse(JSON.parse(readFileSync(`${from}/${evidenceFile(gate)}`, 'utf8'))))
const decided = existsSync(`${from}/decision.json`)
  ? JSON.parse(readFileSync(`${from}/decision.json`, 'utf8'))
  : undefined
const signed = ['certificate', 'refusal']
  .map(kind => ({ kind, path: `${from}/${kind}.sigstore.json` }))
  .find(({ path }) => existsSync(path))
const { predicate = {} } = signed
  ? JSON.parse(Buffer.from(JSON.parse(readFileSync(signed.path, 'utf8')).dsseEnvelope.payload, 'base64').toString())
  : {}
const { model = predicate.model, validity } = predicate[CERTIFICATE_EXTENSION] ?? {}
const recorded = decided && {
  decision: {
    ...decided.decision,
    waivers: decided.decision.rules.flatMap((rule: { waivers?: readonly unknown[] }) => rule.waivers ?? []),
  },
  model,
  path: signed && `.proofmark/${signed.kind}.sigstore.json`,
  notAfter: validity?.notAfter,
  controls: assessControls(CATALOGUE, {
    documents: evidence.map(one => ({ gate: one.gate, sha256: '', evidence: one })),
    at: new Date(evidence[0]?.run.finishedAt ?? ''),
  }),
}
const runs = [...(recorded ? [recordCheckRun(recorded)] : []), ...evidence.map(checkRun)]
const commit = 'c0ffee'.repeat(7).slice(0, 40)
const documents = {
  comment: comment(
    runs.map(run => ({ ...withFullReport(run, 'https://github.com/acme/credit/actions/runs/1'), url: '#' })),
    commit,
  ),
  summary: jobSummary(evidence, recorded),
  ...Object.fromEntries(
    runs.map(run => [run.name.replace(/.* \/ /, 'check-'), `# ${run.title}\n\n${run.summary}\n\n${run.text ?? ''}`]),
  ),
}
const styles = (theme: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')
mkdirSync(to, { recursive: true })
for (const theme of ['light', 'dark']) {
  for (const [name, markdown] of Object.entries(documents)) {
    const body = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
    const page = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${styles(theme)}body{margin:0}.markdown-body{max-width:100%;padding:16px max(16px,50% - 440px);min-height:100vh;box-sizing:border-box}</style><article class="markdown-body">${body}</article>`
    writeFileSync(`${to}/${name}-${theme}.html`, page)
  }
}
