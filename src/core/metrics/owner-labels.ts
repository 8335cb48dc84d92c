/** The labels that every metric has: whose it is, and of which model. */
export interface OwnerLabels {
  readonly repo: string
  readonly model: string
}

/** A repository that nobody names is `local`; a model without a name is called by its folder of the repository, or `unnamed`. */
export const ownerLabels = (
  repository: string | undefined,
  model: string | undefined,
  folder: string | undefined,
): OwnerLabels => ({ repo: repository || 'local', model: model || folder || 'unnamed' })
