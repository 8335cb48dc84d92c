import { matchNames } from '../../core/record/model/match-names.ts'
import { sha256Sums } from '../../core/record/model/sha256-sums.ts'
import type { Certificate } from '../../core/record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import { CERTIFICATE_FILE, SUMS_FILE } from '../../core/record/statement/record-files.ts'
import { leavesFolder } from '../../core/security/leaves-folder.ts'
import { UserError } from '../../core/user-error.ts'
import type { ModelFile, PlacedModel } from '../../ports/promotion-target.ts'
import type { Ports } from '../../ports.ts'
import { certifiedFiles, type Verification } from '../verify.ts'

/** The certificate that a verification was about; undefined for a refusal and for nothing. */
export function certificateIn({ statement }: Verification): Certificate | undefined {
  return statement && 'verificationResult' in statement.predicate ? (statement as Certificate) : undefined
}

/** The model as its owner calls it, with its version; the model id where it has no name. */
export function modelName(certificate: Certificate): string {
  const { name, version, id } = certificate.predicate[CERTIFICATE_EXTENSION].model
  const called = [name, version].filter(part => part !== undefined).join(' ')
  return called === '' ? id : called
}

/** A verified model, ready to be brought to a target: its files under their certified names, and the record to lie beside it. */
export async function certifiedModel(
  certificate: Certificate,
  given: { readonly path: string; readonly text: string; readonly model: readonly string[] },
  ports: Ports,
): Promise<PlacedModel> {
  const { text, model } = given
  const certified = (await certifiedFiles(certificate, given.path, ports)) ?? []
  const names = certified.map(({ name }) => name)
  const { pairs } = matchNames(names, await ports.files.list(model))
  const files: ModelFile[] = []
  for (const { name, digest } of certified) {
    if (leavesFolder(name))
      throw new UserError('promotion.file-name', `Expected the model's files below one folder but found ${name}`, {
        hint: 'Certify the model from a folder that holds all of it: a target keeps its files below one of its own',
      })
    const here = pairs.get(name)
    if (here === undefined)
      throw new UserError('promotion.file-gone', `Expected ${name} of the verified model but it is gone`, {
        hint: 'Promote from a folder that nothing else writes to',
      })
    // What was named by an address was fetched and verified: it is brought to the target from where it lies.
    const path = (await ports.sources?.fetch(here)) ?? here
    files.push({ name, path, sha256: digest.sha256, bytes: (await ports.files.digest(here)).bytes })
  }
  const encode = (content: string) => new TextEncoder().encode(content)
  return {
    id: certificate.subject[0].digest.sha256,
    name: modelName(certificate),
    files,
    certificate: ports.sha256(text),
    record: [
      { name: SUMS_FILE, content: encode(sha256Sums(certified)) },
      { name: CERTIFICATE_FILE, content: encode(text) },
    ],
  }
}
