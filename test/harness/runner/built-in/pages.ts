import { type BuiltIn, failed } from './built-in.ts'
import { uploadArtifact } from './upload-artifact.ts'

const NAME = 'github-pages'

/** actions/upload-pages-artifact v4: the folder as an artifact of a fixed name, hidden files left out. */
export const uploadPagesArtifact: BuiltIn = {
  inputs: ['path', 'name', 'retention-days'],
  run: ({ path = '_site/' }, surroundings) =>
    uploadArtifact.run({ name: NAME, path, 'if-no-files-found': 'error' }, surroundings),
}

/** actions/deploy-pages v4: needs the rights to deploy and to say who it is, and the artifact. */
export const deployPages: BuiltIn = {
  inputs: ['artifact_name', 'token', 'timeout', 'preview'],
  run(_inputs, { permissions, artifacts, runId }) {
    for (const right of ['pages', 'id-token'] as const)
      if (permissions[right] !== 'write') return failed(`HttpError: the job lacks '${right}: write'`)
    if (!artifacts.names(runId).includes(NAME)) return failed(`No artifacts named "${NAME}" were found`)
    return { log: 'Reported success!\n', outputs: { page_url: 'https://acme.github.io/credit/' } }
  },
}
