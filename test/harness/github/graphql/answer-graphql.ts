import type { Answer } from '../upstream.ts'
import { answer, type World } from '../world.ts'
import { executeGraphql } from './execute.ts'
import type { Document } from './parse.ts'
import { graphqlRoot } from './root.ts'
import type { Complaint } from './validate.ts'

/** Operations by the field they begin with, for permissions, faults and the log of requests: `graphql/createCommitOnBranch`. */
export const graphqlOperation = ({ selection }: Document): string => `graphql/${selection.fields[0]?.name ?? 'nothing'}`

/** Carries a checked document out, and answers as GitHub does: 200 whatever is wrong. */
export async function answerGraphql(
  document: Document,
  variables: Readonly<Record<string, unknown>>,
  world: World,
): Promise<Answer> {
  const complaints: Complaint[] = []
  const root = graphqlRoot(world, complaint => complaints.push(complaint))
  const data = await executeGraphql(document, variables, root[document.operation])
  return complaints.length === 0 ? answer(200, { data }) : complained(complaints, data)
}

export const complained = (errors: readonly Complaint[], data?: unknown): Answer =>
  answer(200, data === undefined ? { errors } : { data, errors })
