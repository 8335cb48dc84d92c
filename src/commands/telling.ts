import type { Check } from '../core/evidence.ts'
import { Settings } from '../core/settings/schema.ts'

type Connections = Settings['connections']

/** Those whose address stands in the settings: whoever names it is sent what an environment variable holds. */
const ADDRESSED = ['pushgateway', 'textfile', 'remote-write', 'grafana'] as const

/**
 * Whom a pull request tells: of those whose address is in the settings, the ones that the base branch names, so that nobody sends a secret
 * to a server of their own by a change to a file. MLflow's and lakeFS's addresses are in the environment; hooks of lakeFS that the base branch
 * holds against what it knows are no other.
 */
export function tellingAsBase(head: Connections, base: Connections): Connections {
  const { lakefs } = base
  const among = (connections: Connections, isAddressed: boolean) =>
    Object.entries(connections).filter(([key]) => ADDRESSED.some(one => one === key) === isAddressed)
  return Settings.shape.connections.parse({
    ...Object.fromEntries([...among(head, false), ...among(base, true)]),
    ...(lakefs === undefined || lakefs.hooks.length === 0
      ? {}
      : { lakefs: { ...lakefs, ...head.lakefs, hooks: lakefs.hooks } }),
  })
}

/** What a pull request would change about whom it tells. */
export function tellingChanges(base: Connections, head: Connections, file: string): Check[] {
  const changed = ADDRESSED.filter(key => JSON.stringify(base[key]) !== JSON.stringify(head[key]))
  if (changed.length === 0) return []
  const texts = changed.map(
    key => `connections.${key} from ${JSON.stringify(base[key] ?? null)} to ${JSON.stringify(head[key] ?? null)}`,
  )
  return [
    {
      id: 'connections.changed',
      title: 'Whom decisions are told to would change',
      status: 'warn',
      reason: `This pull request changes ${texts.join(', ')}; this run told whom the base branch names`,
      hint: 'The change takes effect after the merge: see where secrets would be sent',
      locations: [{ file }],
    },
  ]
}
