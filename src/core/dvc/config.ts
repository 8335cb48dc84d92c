import { UserError } from '../user-error.ts'

/** The settings of DVC: of each section its keys. A remote's section is `remote "name"`. */
export type DvcConfig = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Reads `.dvc/config`, an INI file as Python's ConfigObj writes it: sections in quotes, values perhaps in quotes, `#` before a comment. */
export function readDvcConfig(name: string, text: string): DvcConfig {
  const sections = new Map<string, Map<string, string>>()
  let section = new Map<string, string>()
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    const heading = /^\[(.+)\]\s*(?:#.*)?$/.exec(line)?.[1]
    if (heading !== undefined) {
      const title = unquoted(heading.trim())
      section = sections.get(title) ?? new Map()
      sections.set(title, section)
      continue
    }
    const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/.exec(line) ?? []
    if (key === undefined || value === undefined || sections.size === 0)
      throw new UserError(
        'dvc.config',
        `Expected 'key = value' below a [section] but found '${line.slice(0, 40).replace(/=.*/, '= …')}' (${name}:${i + 1})`,
        {
          file: name,
          line: i + 1,
          hint: 'Mend it with dvc config or dvc remote modify',
        },
      )
    section.set(unquoted(key).toLowerCase(), readValue(value))
  }
  return sections
}

/** Later files add to earlier ones, key by key: `config`, then `config.local`. */
export function mergeDvcConfigs(configs: readonly DvcConfig[]): DvcConfig {
  const merged = new Map<string, Map<string, string>>()
  for (const config of configs)
    for (const [name, section] of config) merged.set(name, new Map([...(merged.get(name) ?? []), ...section]))
  return merged
}

const unquoted = (text: string) => /^(['"])(.*)\1$/.exec(text)?.[2] ?? text

function readValue(text: string): string {
  const quoted = /^(['"])(.*?)\1\s*(?:#.*)?$/.exec(text)?.[2]
  return quoted ?? text.replace(/\s+#.*$/, '').trim()
}
