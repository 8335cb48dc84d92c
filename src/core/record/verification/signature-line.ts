import type { Signed } from '../trust/signed-by.ts'

/** Who signed and when, as a step of a verification says it. */
export function signatureLine({ signedBy, signedAt }: Signed): string {
  const who =
    signedBy.kind === 'key'
      ? `Signed by the key in ${signedBy.name}`
      : `Signed by ${signedBy.name}, ${signedBy.subject}`
  return signedAt ? `${who}, at ${signedAt.at.toISOString()} as ${signedAt.by} says` : who
}
