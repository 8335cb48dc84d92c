import { visible } from './markdown/escape.ts'
import type { Line } from './terminal.ts'

interface Told {
  readonly status: 'ok' | 'warn' | 'fail'
  readonly examined: readonly {
    readonly name: string
    readonly findings: readonly {
      readonly asked: string
      readonly status: 'ok' | 'warn' | 'fail'
      readonly found: string
      readonly remedy?: string | undefined
    }[]
  }[]
}

const TONE = { ok: 'pass', warn: 'warn', fail: 'fail' } as const

/** One line for each thing that was asked, and one that sums them up. */
export function doctorLines({ examined }: Told): Line[] {
  const findings = examined.flatMap(({ name, findings }) => findings.map(finding => ({ name, ...finding })))
  const width = Math.max(...findings.map(({ name }) => visible(name).length))
  const count = (status: 'ok' | 'warn' | 'fail') => findings.filter(finding => finding.status === status).length
  return [
    ...findings.map(({ name, asked, status, found, remedy }) => ({
      tone: TONE[status],
      text: visible(
        `${status.padEnd(4)}  ${name.padEnd(width)}  ${asked}: ${found}${remedy === undefined ? '' : ` → ${remedy}`}`,
      ),
    })),
    { tone: 'strong' as const, text: `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} not working` },
  ]
}
