import { T as TRUSTING_FLAGS } from './verify-flags.js';

/** Flags that `promote` and `demote` have in common. */
const PROMOTION_FLAGS                     = [
  {
    name: 'to',
    kind: 'value',
    description:
      'The target: folder:PATH, s3://BUCKET/PREFIX, release:TAG, deployment:ENVIRONMENT, tag:ARTIFACT#STAGE or mlflow:MODEL@ALIAS',
  },
  ...TRUSTING_FLAGS,
  { name: 'by', kind: 'value', description: 'Who asks for it. Default: the login' },
];

const OUTPUT_FLAGS                     = [
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

export { OUTPUT_FLAGS as O, PROMOTION_FLAGS as P };
