import type { Source } from '../content/source.ts'
import { printable } from '../printable.ts'
import type { Archive, Member, Report } from './archive.ts'
import { checkTiles } from './check-tiles.ts'
import { type Directory, readEnd } from './end-of-directory.ts'
import { readCentralHeader } from './header.ts'
import { type Located, locate } from './locate.ts'
import { nameFault } from './name-fault.ts'

const MAX_MEMBERS = 200_000

/**
 * Reads the structure of a zip archive (PKWARE APPNOTE 6.3.10) and compares everything it says twice. Readers go by the central
 * directory, by the local headers or by both, so a file that says two things can be scanned as one and loaded as another.
 * Before `first` stands something that is read otherwise.
 */
export function readZip(source: Source, first = 0): Archive {
  let fault: string | undefined
  const report: Report = found => {
    fault ??= found
  }
  const directory = readEnd(source, report)
  const located = directory ? readMembers(source, directory, report) : []
  const members = located.map(({ member }) => member)
  if (directory) checkTiles(source, located, [first, directory.start], report)
  checkNames(members, report)
  const inflated = members.reduce((sum, { method, size }) => sum + (method === 'stored' ? 0 : size), 0)
  return { source, members, inflated, fault }
}

function readMembers(source: Source, directory: Directory, report: Report): Located[] {
  const located: Located[] = []
  let at = directory.start
  for (let i = 0; i < directory.entries; i++) {
    if (i === MAX_MEMBERS) {
      report(`it has more than ${MAX_MEMBERS} members`)
      return located
    }
    const header = readCentralHeader(source, at, directory.end, report)
    if (!header) {
      report('its central directory is damaged or has fewer members than it says')
      return located
    }
    const found = locate(source, header, header.offset + directory.before, report)
    if (found) located.push(found)
    at = header.end
  }
  if (at !== directory.end) report('its central directory has more members than it says')
  return located
}

/** No two names may be one, to a reader or to a file system that composes characters. */
function checkNames(members: readonly Member[], report: Report): void {
  const seen = new Set<string>()
  for (const { name, size } of members) {
    const fault = nameFault(name)
    if (fault !== undefined) report(fault)
    const folded = name.normalize('NFC').replace(/\/$/, '')
    if (seen.has(folded)) report(`it has two members with the name ${printable(name)}`)
    seen.add(folded)
    if (name.endsWith('/') && size > 0) report(`the folder ${printable(name)} has content of its own`)
  }
}
