import type { Leaf } from '../log/leaf.ts'
import { instant } from '../statement/instant.ts'
import { certificateLife, validityIn } from './certificate-life.ts'
import { revocationsIn } from './find-revocation.ts'
import type { CertificateLife, Life, ModelLife, Stay, TargetLife } from './life.ts'
import { lifeEvent } from './life-event.ts'
import { readPointer } from './pointer.ts'
import { readRevocation } from './revocation.ts'

interface Open {
  readonly leaf: Leaf
  readonly id: string | undefined
}

/**
 * The life of every model, from the log's entries in their order: certificates and whether they hold, what was refused, waived and
 * approved, and where production pointed when. `documents` are those the log keeps, by digest (`sha256:…`); what is not kept is left
 * open, never guessed. `validityOf` reads a certificate: whoever reads them all anyway need not do it twice.
 */
export function lifeOf(
  leaves: readonly Leaf[],
  documents: ReadonlyMap<string, string>,
  now: Date,
  validityOf = validityIn,
): Life {
  const revocations = revocationsIn(leaves)
  const models = new Map<string, ModelDraft>()
  const standing = new Map<string, Open>()
  const draft = (leaf: Leaf) => {
    if (leaf.id === undefined) return undefined
    const id = bare(leaf.id)
    const known = models.get(id) ?? { id, name: leaf.model ?? id, certificates: [], stays: [], events: [] }
    if (leaf.model !== undefined) known.name = leaf.model
    models.set(id, known)
    return known
  }

  for (const leaf of leaves) {
    const model = leaf.type === 'revocation' ? undefined : draft(leaf)
    if (leaf.type === 'certificate')
      model?.certificates.push(certificateLife(leaf, leaves, documents, now, validityOf, revocations))
    else if (leaf.type === 'promotion' || leaf.type === 'demotion') move(leaf, leaf.type, model)
    else {
      const event = lifeEvent(leaf, documents)
      if (event) model?.events.push(event)
    }
  }
  return {
    models: [...models.values()],
    targets: [...standing].map(([target, open]) => targetLife(target, open)),
    revocations: leaves.flatMap(leaf =>
      leaf.type === 'revocation' ? (readRevocation(documents.get(leaf.document)) ?? []) : [],
    ),
    now: instant(now),
  }

  /** Production left what it pointed at, and points at `model` from then on. */
  function move(leaf: Leaf, kind: Stay['kind'], model: ModelDraft | undefined): void {
    const target = leaf.target ?? 'unknown'
    const left = models.get(standing.get(target)?.id ?? '')
    if (left)
      left.stays = left.stays.map(stay =>
        stay.target === target && stay.until === undefined ? { ...stay, until: leaf.at } : stay,
      )
    const read = readPointer(documents.get(leaf.document) ?? '')
    const said = 'pointer' in read ? read.pointer : undefined
    model?.stays.push({
      target,
      kind,
      from: leaf.at,
      ...(said?.by === undefined ? {} : { by: said.by }),
      ...(said?.reason === undefined ? {} : { reason: said.reason }),
    })
    standing.set(target, { leaf, id: model?.id })
  }

  function targetLife(target: string, { leaf, id }: Open): TargetLife {
    const model = models.get(id ?? '')
    const problem = model && problemOf(model.certificates)
    return {
      target,
      to: model ? { id: model.id, name: model.name } : null,
      at: leaf.at,
      pointer: bare(leaf.document),
      ...(problem === undefined ? {} : { problem }),
    }
  }
}

type ModelDraft = {
  -readonly [Key in keyof ModelLife]: ModelLife[Key] extends readonly (infer Item)[] ? Item[] : ModelLife[Key]
}

/** Why a model should not be in production, by the certificates the log has for it; the best of them counts. */
function problemOf(certificates: readonly CertificateLife[]): TargetLife['problem'] {
  const states = certificates.map(({ state }) => state)
  if (states.length === 0) return 'uncertified'
  if (states.some(state => state === 'valid' || state === 'unknown')) return undefined
  if (states.includes('revoked')) return 'revoked'
  return states.includes('expired') ? 'expired' : 'uncertified'
}

const bare = (digest: string) => digest.slice('sha256:'.length)
