import { type Pointer, pointerText } from '../../../src/core/record/promotion/pointer.ts'
import { sha256 } from '../sha256.ts'
import { aCertificate, aRefusal, idOf } from './a-certificate.ts'
import type { Certifier } from './certifier.ts'
import type { Entered } from './log-tree.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2025-01-06T09:00:00Z')
const instant = (at: number) => new Date(at).toISOString().replace('.000', '')

/** So many models with so many certificates each, ten of a version, each version promoted and now and then refused first; in the order of time. */
export function manyLives(models: number, certificates: number, by?: Certifier): Entered[] {
  const entered: Entered[] = []
  for (let model = 0; model < models; model++)
    for (let n = 0; n < certificates; n++) {
      const [name, version] = [`model-${String(model).padStart(3, '0')}`, `${Math.floor(n / 10) + 1}`]
      const file = `weights of ${name} ${version}`
      const at = instant(START + n * 13 * DAY_MS + model * 60_000)
      const about = { at, model: `${name} ${version}`, id: `sha256:${idOf(file)}` }
      const certificate = aCertificate({
        name,
        version,
        file,
        at,
        auc: 0.8 + ((model + n) % 17) / 200,
        repository: `acme/${name}`,
        by,
      })
      if (n % 10 === 0 && n > 0)
        entered.push({ leaf: { ...about, type: 'refusal' }, document: aRefusal({ name, version, file, at, by }) })
      entered.push({ leaf: { ...about, type: 'certificate' }, document: certificate })
      if (n % 10 === 0) entered.push(promotion(about, certificate, idOf(file), name))
    }
  return entered.toSorted((a, b) => Date.parse(a.leaf.at) - Date.parse(b.leaf.at))
}

function promotion(
  about: { at: string; model: string; id: string },
  certificate: string,
  id: string,
  name: string,
): Entered {
  const target = `folder:/srv/${name}`
  const pointer: Pointer = {
    schema: 'https://proofmark.dev/pointer/v1',
    kind: 'promotion',
    target,
    to: { name: about.model, id, certificate: sha256(certificate) },
    from: null,
    by: 'alice',
    at: about.at,
  }
  return { leaf: { ...about, type: 'promotion', target }, document: pointerText(pointer) }
}
