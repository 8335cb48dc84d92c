#!/usr/bin/env node
/** The oldest Node that the program runs on, as package.json has it: the one that actions run on. */
const NODE = 24;

/** What to say on an older Node, before anything is loaded that it does not even know how to load. */
const oldNode = (version        )                     =>
  Number.parseInt(version, 10) >= NODE
    ? undefined
    : `error: Expected Node ${NODE} or newer but found ${version}
  → Install it, or run \`npx -p node@${NODE} -p github:proofmark/proofmark proofmark\``;

const found = oldNode(process.versions.node);
if (found === undefined) {
  const { program } = await import('./chunks/program.js');
  process.exitCode = await program(process.argv.slice(2));
} else {
  process.stderr.write(`${found}\n`);
  process.exitCode = 4;
}
