import type { Client } from '../client.ts'
import { type ModelVersion, searchModelVersions } from '../model-versions.ts'

/** Versions of one digest that are tagged, the newest. */
const MOST = 20

/** The versions that a certification has tagged as holding a model, under whatever name they are registered. Tags are no proof: this is for showing. */
export const markedVersions = (client: Client, modelId: string): Promise<ModelVersion[]> =>
  searchModelVersions(client, { filter: `tags.\`proofmark.digest\` = 'sha256:${modelId}'`, most: MOST })
