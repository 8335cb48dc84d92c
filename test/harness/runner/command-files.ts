import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILES = ['output', 'step_summary', 'state', 'env', 'path'] as const

/** What a step has told the runner through its files. */
export interface Told {
  readonly outputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly path: readonly string[]
  readonly summary: string
}

/** Makes the files by which one step speaks to the runner; returns their variables, and what they hold afterwards. */
export function commandFiles(temp: string): { variables: Record<string, string>; read: () => Told } {
  const folder = mkdtempSync(join(temp, '_runner_file_commands_'))
  const at = (name: string) => join(folder, name)
  for (const name of FILES) writeFileSync(at(name), '')
  const text = (name: (typeof FILES)[number]) => readFileSync(at(name), 'utf8')
  return {
    variables: Object.fromEntries(FILES.map(name => [`GITHUB_${name.toUpperCase()}`, at(name)])),
    read: () => ({
      outputs: keyValues(text('output')),
      env: keyValues(text('env')),
      state: keyValues(text('state')),
      path: text('path').split('\n').filter(Boolean),
      summary: text('step_summary'),
    }),
  }
}

/** Reads `name=value` and `name<<DELIMITER … DELIMITER` as the runner does (FileCommandManager.cs): anything else is an error. */
export function keyValues(text: string): Record<string, string> {
  const lines = text.replace(/\r\n/g, '\n').split('\n')
  const values: Record<string, string> = {}
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2)
      const end = lines.indexOf(delimiter, at + 1)
      if (delimiter === '' || end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`)
      values[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`Invalid format '${line}'`)
  }
  return values
}

/** A `::name key=value::message` line of the log. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** The workflow commands in a log, unescaped. */
export function commandsIn(log: string): Command[] {
  return [...log.matchAll(/^::([\w-]+)(?: ([^\n]*?))?::([^\n]*)$/gm)].map(
    ([, name = '', properties = '', message = '']) => ({
      name,
      message: unescaped(message),
      properties: Object.fromEntries(
        properties
          .split(',')
          .filter(Boolean)
          .map(pair => [pair.slice(0, pair.indexOf('=')).trim(), unescaped(pair.slice(pair.indexOf('=') + 1))]),
      ),
    }),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
const unescaped = (text: string) => text.replace(/%0D|%0A|%3A|%2C|%25/g, found => ESCAPES[found] ?? found)
