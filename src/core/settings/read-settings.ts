import type { Document } from '../documents/document.ts'
import { readYaml } from '../documents/read-yaml.ts'
import { schemaAt, validate } from '../documents/validate.ts'
import { refuseBesideFrom } from '../record/policy/refuse-beside-from.ts'
import { fromText } from './from-text.ts'
import { type CommandName, type Input, inputsOf } from './inputs.ts'
import { Settings } from './schema.ts'

export interface SettingsSource {
  readonly command: CommandName
  /** proofmark.yml, where there is one. */
  readonly file?: { readonly name: string; readonly text: string }
  /** Values of the command's inputs by input name, as the user typed them; absent or empty means not given. */
  readonly inputs: ReadonlyMap<string, readonly string[]>
  /** How messages name an input: `input threshold`, `--threshold`. */
  readonly nameInput: (input: Input) => string
  /** A path typed in the working directory, seen from the settings' folder. */
  readonly rebase: (path: string) => string
}

/** The settings of one run: the file's, with the command's inputs laid over them. */
export function readSettings(source: SettingsSource): Settings {
  const file = source.file && readYaml(source.file.name, source.file.text)
  const document = file
    ? overlay(file, source)
    : overlay({ name: 'the settings', value: {}, place: () => ({ text: 'the settings' }) }, source)
  const settings = validate(Settings, document, 'settings.invalid')
  refuseBesideFrom(document)
  return settings
}

function overlay(file: Document, source: SettingsSource): Document {
  const given = inputsOf(source.command).filter(input =>
    source.inputs.get(input.name)?.some(text => text.trim() !== ''),
  )
  if (given.length === 0) return { ...file, value: file.value ?? {} }
  let value: unknown = file.value
  for (const input of given) {
    const path = input.setting.split('.')
    const said = fromText(schemaAt(Settings, path), source.inputs.get(input.name) ?? [], source.rebase)
    value = withValue(value, path, said)
  }
  const origin = new Map(given.map(input => [input.setting as string, { text: source.nameInput(input) }]))
  const placeOf = (path: readonly PropertyKey[]) =>
    [2, 3].map(length => origin.get(path.slice(0, length).join('.'))).find(place => place !== undefined)
  return { name: file.name, value, place: path => placeOf(path) ?? file.place(path) }
}

/** The value with another one at a path of keys, what is no map on the way replaced. */
function withValue(value: unknown, [key, ...rest]: readonly string[], said: unknown): unknown {
  if (key === undefined) return said
  const before = isMap(value) ? value : {}
  return { ...before, [key]: withValue(before[key], rest, said) }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
