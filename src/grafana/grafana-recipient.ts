import { z } from 'zod'
import type { GrafanaConnection } from '../core/settings/connections/grafana.ts'
import { UserError } from '../core/user-error.ts'
import type { Recipient, Told } from '../ports.ts'
import { deliver } from '../prometheus/export/deliver.ts'
import { type Annotation, moveAnnotation, revocationAnnotation } from './annotation.ts'
import { grafanaToken } from './grafana-token.ts'

const Found = z.array(z.object({ time: z.number() }))
const Created = z.object({ id: z.number() })

/** Marks promotions, demotions and revocations in Grafana, by a service account's token; certifications are on its dashboard already. */
export function grafanaRecipient(
  { url, dashboard }: GrafanaConnection,
  environment: Readonly<Record<string, string | undefined>>,
  second?: number,
): Recipient {
  const base = url.replace(/\/+$/, '')
  const address = 'Check connections.grafana.url: the address without /api, with the path that Grafana is served below'
  const receiver = (permission: string) => ({
    name: `Grafana at ${base}`,
    credentials: `Give GRAFANA_TOKEN the token of a service account with the permission ${permission}`,
    address,
    ...(second === undefined ? {} : { second }),
  })
  const headers = () => ({
    authorization: `Bearer ${grafanaToken(environment)}`,
    'content-type': 'application/json',
  })

  return {
    name: `Grafana ${base}`,
    async tell(told) {
      const mark = markOf(told, dashboard)
      if (mark === undefined) return undefined
      const { annotation, what, again } = mark
      if (again && (await isThere(annotation))) return `the ${what} is marked already`
      const answer = await deliver(receiver('annotations:create'), {
        method: 'POST',
        url: new URL(`${base}/api/annotations`),
        headers: headers(),
        body: Buffer.from(JSON.stringify(annotation)),
      })
      read(Created, answer.text)
      return `marked the ${what}`
    },
  }

  /** What answers 200 and is not Grafana has marked nothing. */
  function read<Answer>(schema: z.ZodType<Answer>, text: string): Answer {
    const found = schema.safeParse(parsed(text))
    if (found.success) return found.data
    throw new UserError('grafana.answer', `Expected an answer of Grafana's at ${base} but found something else`, {
      kind: 'environment',
      hint: `${address}. A login or a proxy may stand before it`,
    })
  }

  /**
   * What may have been told before is not marked twice. The targets of a revocation are those of the moment, and no part of what it is.
   */
  async function isThere({ time, tags }: Annotation): Promise<boolean> {
    const query = new URLSearchParams({ from: `${time}`, to: `${time}`, limit: '1' })
    for (const tag of tags) if (!tags.includes('revocation') || !tag.startsWith('target:')) query.append('tags', tag)
    const answer = await deliver(receiver('annotations:read'), {
      method: 'GET',
      url: new URL(`${base}/api/annotations?${query}`),
      headers: headers(),
      body: new Uint8Array(),
    })
    return read(Found, answer.text).some(found => found.time === time)
  }
}

function markOf(told: Told, dashboard: string | undefined) {
  if (told.kind === 'promotion') {
    const { pointer, again } = told
    return { annotation: moveAnnotation(pointer, dashboard), what: pointer.kind, again }
  }
  if (told.kind !== 'revocation') return undefined
  const { revocation, targets, again } = told
  return { annotation: revocationAnnotation(revocation, targets, dashboard), what: 'revocation', again }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
