import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Evidence } from '../../core/evidence.ts'
import { type Verdict, worstVerdict } from '../../core/verdict.ts'
import { type Recorded, recordLine } from '../record-section.ts'
import { tally } from '../verdict-line.ts'
import { VERDICT_WORD } from '../words.ts'
import { anchorsOf } from './anchors.ts'
import { verdictBadge, verdictClass } from './badge.ts'
import { dated } from './dated.ts'
import { gateSection } from './gate-section.ts'
import { recordPart } from './record-section.ts'
import { STYLE, STYLE_FILE } from './style.ts'
import { shown } from './text.ts'

/**
 * Everything a run found as one page: a file without scripts, without anything fetched, that reads on a narrow screen, in the dark and
 * on paper. Its content security policy lets the browser use the page's own style sheet, by its digest, and nothing else but the same
 * sheet as a file beside it: a server such as Jenkins forbids what is in the page.
 */
export function htmlReport(
  evidence: readonly Evidence[],
  recorded: Recorded | undefined,
  sha256Base64: (text: string) => string,
): string {
  const ordered = evidence.toSorted((a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict))
  const verdict = recorded ? decided(recorded) : worstVerdict(evidence.map(one => one.verdict))
  const title = recorded
    ? recordLine(recorded)
    : `${VERDICT_WORD[verdict]}: ${evidence.map(({ gate }) => gate).join(', ')}`
  const anchors = anchorsOf(evidence, recorded?.controls)
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}' 'self'; base-uri 'none'; form-action 'none'`,
      }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', shown(title)),
      h('style', STYLE),
      h('link', { rel: 'stylesheet', href: STYLE_FILE }),
    ]),
    h('body', [
      h('div.page', [
        head(title, verdict, ordered, recorded),
        h('main', [
          ...ordered.map(one => gateSection(one, anchors)),
          ...(recorded ? [recordPart(recorded, evidence, anchors)] : []),
        ]),
        footer(evidence),
      ]),
    ]),
  ])
  return `<!doctype html>\n${toHtml(page)}\n`
}

/** What could not be signed is undecided, whatever was decided. */
const decided = ({ problem, decision }: Recorded): Verdict => (problem ? 'inconclusive' : decision.verdict)

/** The order in which gates are told. */
const WORST: readonly Verdict[] = ['failed', 'inconclusive', 'passed']

function head(title: string, verdict: Verdict, evidence: readonly Evidence[], recorded: Recorded | undefined): Element {
  const run = evidence[0]?.run
  const facts = [
    ['Model id', recorded?.model.id],
    ['Repository', run?.repository],
    ['Commit', run?.commit],
    ['Decided', run && minute(run.finishedAt)],
  ].flatMap(([name, value]) => (value === undefined ? [] : [h('dt', name), h('dd', h('code', shown(value)))]))
  return h('header.verdict', { className: [verdictClass(verdict)] }, [
    h('h1', [verdictBadge(verdict), ' ', ...dated(shown(title))]),
    h('p', `${tally(evidence.flatMap(({ checks }) => checks.map(({ status }) => status)))}`),
    h('dl', facts),
    h('nav', { ariaLabel: 'Gates' }, [
      h('ul', [
        ...evidence.map(({ gate, verdict: its, checks }) =>
          h(
            'li',
            h('a', { href: `#${gate}` }, [
              verdictBadge(its),
              ' ',
              gate,
              ' ',
              h('small', tally(checks.map(({ status }) => status))),
            ]),
          ),
        ),
        ...(recorded ? [h('li', h('a', { href: '#audit-record' }, [verdictBadge(verdict), ' audit-record']))] : []),
      ]),
    ]),
  ])
}

/** `2026-11-30 10:52 UTC`, of an instant. */
const minute = (instant: string) => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`

function footer(evidence: readonly Evidence[]): Element {
  const versions = [...new Set(evidence.map(({ tool }) => `${tool.name} ${tool.version}`))]
  return h('footer', [
    h(
      'p',
      `Written by ${versions.join(', ')}. A certificate says that a model met a policy on this data; numbers come from the evidence beside this page.`,
    ),
  ])
}
