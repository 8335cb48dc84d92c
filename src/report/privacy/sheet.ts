import { escapeText } from '../markdown/escape.ts'
import { table } from '../markdown/table.ts'

/** Where an entry of a sheet comes from: what was `measured`, what the settings `declare`, or what somebody has `to add`. */
export interface SheetRow {
  readonly field: string
  readonly source: 'measured' | 'declared' | 'to add'
  /** One line each. */
  readonly lines: readonly string[]
}

export const measured = (field: string, lines: readonly string[]): SheetRow => ({ field, source: 'measured', lines })

/** What the settings declare; to be added, where they do not. */
export const declared = (field: string, said: string | readonly string[] | undefined, ask: string): SheetRow =>
  said === undefined || said.length === 0
    ? toAdd(field, ask)
    : { field, source: 'declared', lines: typeof said === 'string' ? [said] : said }

export const toAdd = (field: string, ask: string): SheetRow => ({ field, source: 'to add', lines: [ask] })

/** A sheet as Markdown: what is still to be added stands out. */
export function sheet(
  title: string,
  intro: string,
  sections: readonly (readonly [string, readonly SheetRow[]])[],
): string {
  const open = sections.flatMap(([, rows]) => rows).filter(({ source }) => source === 'to add').length
  const parts = [
    `# ${title}`,
    intro,
    `**${open} ${open === 1 ? 'field is' : 'fields are'} still to be added.** Each field says where it comes from: _measured_ by a run, _declared_ in proofmark.yml, or _to add_.`,
    ...sections.map(
      ([heading, rows]) =>
        `## ${heading}\n\n${table(
          ['Field', 'From', ''],
          rows.map(({ field, source, lines }) => [
            escapeText(field),
            source === 'to add' ? '⚠️ **to add**' : `_${source}_`,
            lines
              .map(line => (source === 'to add' ? `_${escapeText(line, 1000)}_` : escapeText(line, 1000)))
              .join('<br>'),
          ]),
        )}`,
    ),
  ]
  return `${parts.join('\n\n')}\n`
}
