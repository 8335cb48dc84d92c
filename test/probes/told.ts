import { readSettings } from '../../src/core/settings/read-settings.ts'
import { allProbes } from '../../src/probes/all-probes.ts'
import { failure } from '../../src/probes/failure.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

interface World {
  readonly settings?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly repository?: string
  readonly root?: string
}

/** What the probes whose names begin so found, a line each. */
export async function told(
  name: string,
  { settings = '', environment = {}, repository, root = temporaryFolder('doctor') }: World,
) {
  const read = readSettings({
    command: 'gate',
    file: { name: 'proofmark.yml', text: settings === '' ? '{}' : settings },
    inputs: new Map(),
    nameInput: () => '',
    rebase: path => path,
  })
  const context = repository === undefined ? {} : { repository, commit: 'c0ffee' }
  const probes = await allProbes({ root, environment: { PROOFMARK_CACHE: root, ...environment }, context }).open(read)
  const lines: string[] = []
  for (const probe of probes.filter(probe => probe.name.startsWith(name))) {
    const findings = await probe.ask().catch((error: unknown) => [failure('connection', error)])
    lines.push(
      ...findings.map(
        ({ asked, status, found, remedy }) =>
          `${status} ${asked}: ${found}${remedy === undefined ? '' : ` → ${remedy}`}`,
      ),
    )
  }
  return lines
}
