import type { Control } from '../core/controls/control.ts'
import { CatalogueFile, type ControlSettings, extendCatalogue } from '../core/controls/extend-catalogue.ts'
import { readYaml } from '../core/documents/read-yaml.ts'
import { validate } from '../core/documents/validate.ts'
import type { Files } from '../ports.ts'

/** Largest catalogue that is read, in bytes. */
const MAX_BYTES = 4 * 1024 * 1024

/** The controls that count: the built-in ones, and those of the settings and of the file that they name. */
export async function catalogueOf(
  { add = [], catalogue }: ControlSettings,
  files: Pick<Files, 'readText'>,
): Promise<readonly Control[]> {
  if (catalogue === undefined) return extendCatalogue(add)
  const text = await files.readText(catalogue, { maxBytes: MAX_BYTES })
  const { controls } = validate(CatalogueFile, readYaml(catalogue, text), 'controls.catalogue')
  return extendCatalogue([...controls, ...add])
}
