import { isAddress } from '../core/address.ts'
import type { Check, Evidence, Location } from '../core/evidence.ts'
import type { Waiver } from '../core/security/waivers/waiver.ts'
import { cellTexts, keyText } from './check-text.ts'
import { inRepository } from './in-repository.ts'
import { isRow } from './row-cells.ts'
import { fingerprints, type Sha256 } from './sarif/fingerprint.ts'
import { located } from './sarif/located.ts'
import { plainMessage } from './sarif/plain-message.ts'
import { ruleIdOf } from './sarif/rule-kind.ts'
import { STATUS_ORDER } from './words.ts'

/** A check that did not pass, at one of the places it names, as readers of findings want it. */
export interface Finding {
  readonly rule: string
  readonly check: Check
  /** Seen from the repository's root. */
  readonly path: string
  /** 1-based; absent of a file without lines. */
  readonly line: number | undefined
  /** Plain text of one line. */
  readonly message: string
  /** The same in the next run, wherever the finding has moved; no two are alike. */
  readonly fingerprint: string
  /** The exception of the policy's by which it does not count. */
  readonly waiver: Waiver | undefined
}

/** Readers of findings open files of the repository: what is kept elsewhere is shown where it is named. */
const SETTINGS_FILE = 'proofmark.yml'

/** Checks that did not pass, the worst first. */
export const openChecks = ({ checks }: Evidence): Check[] =>
  checks
    .filter(({ status }) => status !== 'pass')
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))

/** What could not run at all is a rule by its whole id: it is no answer of the gate's. */
export const ruleOfCheck = (check: Check, { gate, result }: Evidence): string =>
  gate === 'security-scan' && result !== null ? ruleIdOf(check.id) : check.id

/** Every place of every check that did not pass, the worst first. */
export function findings(evidence: Evidence, sha256: Sha256): Finding[] {
  const fingerprint = fingerprints(sha256)
  return openChecks(evidence).flatMap(check => {
    const rule = ruleOfCheck(check, evidence)
    const places = located(check, evidence)
    return places.map((location, i): Finding => {
      const { file, line, column, note, waiver, key = [] } = location
      const elsewhere = isAddress(file)
      return {
        rule,
        check,
        path: inRepository(evidence.run.folder, elsewhere ? SETTINGS_FILE : file),
        line: elsewhere ? undefined : line,
        message: plainMessage(
          elsewhere ? `In ${file}${line === undefined ? '' : `, line ${line}`}` : undefined,
          places.length > 1 ? hereText(location) : undefined,
          check.reason,
          i === 0 ? check.hint : undefined,
        ),
        fingerprint: fingerprint(rule, file, [note, column, ...key.map(keyText)].join('\0')),
        waiver: check.waivers?.[waiver ?? -1],
      }
    })
  })
}

function hereText(location: Location): string | undefined {
  const here = [
    ...(isRow(location) ? cellTexts(location) : []),
    ...(location.note === undefined ? [] : [location.note]),
  ]
  return here.length > 0 ? `Here: ${here.join(', ')}` : undefined
}
