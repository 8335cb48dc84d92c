import { type Behaviour, mended } from '../world.ts'

export interface RefJson {
  readonly url: string
}

/** GitHub encodes what an address cannot hold: GTO's tags have a number sign. */
export const encoded = <T extends RefJson>(ref: T): T => ({ ...ref, url: ref.url.replaceAll('#', '%23') })

export const oneRef: Behaviour = async (_, __, forward) => mended<RefJson>(await forward(), encoded)

export const manyRefs: Behaviour = async (_, __, forward) =>
  mended<RefJson[]>(await forward(), refs => refs.map(encoded))
