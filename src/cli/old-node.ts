/** The oldest Node that the program runs on, as package.json has it: the one that actions run on. */
const NODE = 24

/** What to say on an older Node, before anything is loaded that it does not even know how to load. */
export const oldNode = (version: string): string | undefined =>
  Number.parseInt(version, 10) >= NODE
    ? undefined
    : `error: Expected Node ${NODE} or newer but found ${version}
  → Install it, or run \`npx -p node@${NODE} -p github:proofmark/proofmark proofmark\``
