import type { Trust } from './trust.ts'

/** Trust in one public key (PEM), at any time: what a plain `--key proofmark.pub` says. */
export const trustInKey = (key: string, name: string): Trust => ({ keys: [{ name, key }] })
