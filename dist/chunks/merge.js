import { dataValidate } from './data-validate2.js';

/** data-validate's `--merge` by a name of its own, its files without a flag. */
const merge             = {
  name: 'merge',
  summary: 'Join what the shards of a data validation have measured, and judge it',
  synopsis: 'SHARD… [--data FILE… --contract FILE]',
  examples: ['proofmark merge .proofmark/shards/*.json --data big.csv --contract contract.odcs.yaml'],
  flags: dataValidate.flags,
  run(args) {
    const flag = args.findIndex(arg => arg.startsWith('--'));
    const shards = flag === -1 ? args : args.slice(0, flag);
    return dataValidate.run([...(shards.length > 0 ? ['--merge', ...shards] : []), ...args.slice(shards.length)])
  },
};

export { merge };
