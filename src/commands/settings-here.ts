import { readSettings } from '../core/settings/read-settings.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'

/** The settings as they are here, without inputs over them; undefined where there is no file of them. */
export async function settingsHere(
  config: string | undefined,
  { files }: Pick<Ports, 'files'>,
): Promise<Settings | undefined> {
  if (config === undefined) return undefined
  const file = { name: config, text: await files.readText(config) }
  return readSettings({ command: 'gate', inputs: new Map(), nameInput: () => '', rebase: path => path, file })
}
