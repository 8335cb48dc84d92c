import { type Behaviour, invalid } from '../world.ts'

/** Not in GitHub's description, but in its answers. */
const LONGEST = 65_536

/** Refuses a comment that is too long. */
export const writeComment: Behaviour = async (call, _, forward) => {
  const { body }: { body: string } = JSON.parse(Buffer.from(call.raw).toString())
  if (body.length > LONGEST) return invalid(`Body is too long (maximum is ${LONGEST} characters)`)
  return forward()
}
