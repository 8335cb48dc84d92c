import type { BuiltIn } from './built-in.ts'
import { checkout } from './checkout.ts'
import { downloadArtifact } from './download-artifact.ts'
import { deployPages, uploadPagesArtifact } from './pages.ts'
import { uploadArtifact } from './upload-artifact.ts'

/** The runner has Node 24 already. */
const setupNode: BuiltIn = {
  inputs: ['node-version', 'cache'],
  run: inputs => ({ log: `Node ${inputs['node-version'] ?? ''}\n` }),
}

/** GitHub's own actions that examples use, by their name without a version. */
export const builtIns: Readonly<Record<string, BuiltIn>> = {
  'actions/checkout': checkout,
  'actions/deploy-pages': deployPages,
  'actions/download-artifact': downloadArtifact,
  'actions/setup-node': setupNode,
  'actions/upload-artifact': uploadArtifact,
  'actions/upload-pages-artifact': uploadPagesArtifact,
}
