import type { Octokit } from 'octokit'
import { UserError } from '../../core/user-error.ts'
import type { Connection } from '../../github/connection.ts'
import { failureOf } from '../../github/failure.ts'
import type { PlacedModel } from '../../ports/promotion-target.ts'

/** A release that only its authors see, with the model's id and its certificate's digest in its notes. */
export async function createDraft(
  octokit: Octokit,
  { owner, repo }: Connection,
  { tag, commit, model }: { readonly tag: string; readonly commit: string; readonly model: PlacedModel },
): Promise<{ readonly id: number; readonly upload_url: string }> {
  try {
    const { data } = await octokit.rest.repos.createRelease({
      owner,
      repo,
      tag_name: tag,
      target_commitish: commit,
      name: tag,
      body: `Model ${model.name}\n\nmodel id: \`${model.id}\`\ncertificate: \`sha256:${model.certificate}\`\n`,
      draft: true,
    })
    return { id: data.id, upload_url: data.upload_url }
  } catch (error) {
    const failure = failureOf(error)
    const stands = failure?.kind === 'refused' && failure.status === 422 && /already.exists/.test(failure.reason)
    throw stands ? releaseExists(tag, 'a draft of it') : error
  }
}

/** The error where a release cannot be made because something of its name stands. */
export const releaseExists = (tag: string, found: string): UserError =>
  new UserError('promotion.release-exists', `Expected no release '${tag}' but found ${found}`, {
    hint: 'A release is published once: give the new one another tag, or delete the draft that was left behind',
  })
