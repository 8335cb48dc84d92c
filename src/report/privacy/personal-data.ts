import type { Evidence } from '../../core/evidence.ts'

/** A column that seems to hold personal data, or that the contract classifies. */
export interface PersonalColumn {
  readonly file: string
  readonly column: string
  /** What was found: the id of a kind; `–` where only the contract says it. */
  readonly kind: string
  /** The GDPR's word for kinds of Art. 9 and 10, ours for the others. */
  readonly category: string
  /** The contract's word; `–` where it has none. */
  readonly classification: string
}

const CATEGORY: Record<string, string> = {
  special: 'special category (Art. 9)',
  offence: 'criminal convictions (Art. 10)',
  'national-id': 'national identity number (Art. 87)',
}

/** Columns with personal data, as the scan found them and the contract classifies them. */
export function personalColumns(evidence: readonly Evidence[]): PersonalColumn[] {
  const found = evidence.flatMap(each =>
    each.gate === 'security-scan'
      ? (each.result?.tables ?? []).flatMap(({ file, sensitive }) =>
          sensitive.map(({ name, kind, category, classification }) => ({
            file,
            column: name,
            kind,
            category: CATEGORY[category] ?? category,
            classification: classification ?? '–',
          })),
        )
      : [],
  )
  const classified = evidence.flatMap(each =>
    each.gate === 'data-validate'
      ? (each.result?.files ?? []).flatMap(({ file, columns }) =>
          columns.flatMap(({ column, sensitive }) =>
            sensitive && !found.some(one => one.file === file && one.column === column)
              ? [{ file, column, kind: '–', category: '–', classification: 'classified' }]
              : [],
          ),
        )
      : [],
  )
  return [...found, ...classified]
}

/** Whether tables were looked through for personal data. */
export const wasLookedFor = (evidence: readonly Evidence[]): boolean =>
  evidence.some(each => each.gate === 'security-scan' && each.result?.tables !== undefined)
