import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'

const Hinted = z.object({ verificationMaterial: z.object({ publicKey: z.object({ hint: Sha256 }) }) })

/** SHA-256 of the public key that a bundle names as its signer's; undefined where it names none. */
export function keyHint(bundle: string): string | undefined {
  try {
    return Hinted.safeParse(JSON.parse(bundle)).data?.verificationMaterial.publicKey.hint
  } catch {
    return undefined
  }
}
