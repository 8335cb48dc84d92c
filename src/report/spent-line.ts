import { escapeText } from './markdown/escape.ts'

/** What a step took. Not part of the evidence, which is the same for the same inputs. */
export interface Spent {
  readonly seconds: number
  /** Bytes of the files that the gates read. */
  readonly read: number
  readonly requests: readonly { readonly host: string; readonly count: number }[]
  readonly sent: number
  readonly received: number
}

/** Hosts that are named. */
const NAMED = 3

/** `Took 4.2 s · read 1.3 MB · 12 requests (10 to api.github.com, 2 to osv.dev) · sent 34 kB · received 56 kB`. */
export function spentLine({ seconds, read, requests, sent, received }: Spent): string {
  const count = requests.reduce((sum, each) => sum + each.count, 0)
  const named = requests.slice(0, NAMED).map(each => `${each.count} to ${each.host}`)
  const hosts = requests.length > NAMED ? [...named, `${requests.length - NAMED} more hosts`] : named
  return [
    `Took ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`,
    ...(read > 0 ? [`read ${size(read)}`] : []),
    count === 0 ? 'no request' : `${count} ${count === 1 ? 'request' : 'requests'} (${hosts.join(', ')})`,
    ...(count === 0 ? [] : [`sent ${size(sent)}`, `received ${size(received)}`]),
  ].join(' · ')
}

/** The same as a line of the job summary. */
export const spentMarkdown = (spent: Spent): string => `\n${escapeText(spentLine(spent), 1000)}\n`

/** Bytes in SI units: `1.3 MB`. */
function size(bytes: number): string {
  const unit = ['B', 'kB', 'MB', 'GB', 'TB'].findLast((_, power) => bytes >= 1000 ** power || power === 0) ?? 'B'
  const value = bytes / 1000 ** ['B', 'kB', 'MB', 'GB', 'TB'].indexOf(unit)
  return `${unit === 'B' || value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit}`
}
