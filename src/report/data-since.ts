import type { DataSince } from '../core/record/decision/data-since.ts'
import { listed } from './listed.ts'

/** How names and other people's words are written. */
export interface Written {
  name(text: string): string
  words(text: string): string
}

/** One line for data in lakeFS that is at another commit than was certified: what differs of what gates read, and how much else. */
export function dataSinceLine(since: DataSince, { name, words }: Written): string {
  const { repository, before, now } = since
  const moved = `Data of ${name(`lakefs://${repository}`)} was certified at ${name(before.slice(0, 12))} and is read at ${name(now.slice(0, 12))}`
  if ('unknown' in since) return `${moved}; what differs cannot be told: ${words(since.unknown)}`
  const named = (what: string, paths: readonly string[]) =>
    paths.length === 0 ? [] : [`${what}: ${listed(paths.map(path => name(path)))}`]
  const { unread } = since
  const facts = [
    ...named('changed', since.changed),
    ...named('new', since.added),
    ...named('removed', since.removed),
    ...(unread === 0 ? [] : [`${unread} ${unread === 1 ? 'object differs' : 'objects differ'} that no gate reads`]),
  ]
  return `${moved}: ${facts.length === 0 ? 'the same objects' : facts.join('; ')}`
}
