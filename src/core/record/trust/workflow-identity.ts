/**
 * The workflow that signed, as a certificate of Fulcio states it: values of its subject alternative name and of the extensions
 * 1.3.6.1.4.1.57264.1.x, decoded (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md). Absent where the certificate does
 * not have it.
 */
export interface WorkflowIdentity {
  /** Subject alternative name: `https://github.com/owner/name/.github/workflows/file.yml@refs/heads/main`. */
  readonly subject: string
  /** .8: who vouched for the workflow. */
  readonly issuer?: string
  /** .9: the workflow that the signing job stands in. */
  readonly buildSigner?: string
  /** .11: `github-hosted` or `self-hosted`. */
  readonly runner?: string
  /** .12: address of the repository that the workflow ran for. */
  readonly repository?: string
  /** .13: the commit it ran for. */
  readonly commit?: string
  /** .14: the ref it ran for. */
  readonly ref?: string
  /** .15: number of the repository that it ran for. */
  readonly repositoryId?: string
  /** .20: the event that started it. */
  readonly trigger?: string
  /** .21: address of the run. */
  readonly run?: string
}
