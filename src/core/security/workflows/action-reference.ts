/** What `uses` names, taken apart. */
export interface ActionReference {
  /** `local` is in this repository, `image` a container. */
  readonly kind: 'local' | 'image' | 'repository'
  /** Owner, repository and path, lower case; of a local one its path. */
  readonly name: string
  readonly ref: string | undefined
  /** It names one content only. */
  readonly pinned: boolean
}

/** Reads `owner/repository/path@ref`, `docker://image`, and `./path` or `$/path` of this repository. */
export function actionReference(uses: string): ActionReference {
  if (/^(\.|\$)\//.test(uses)) return { kind: 'local', name: uses, ref: undefined, pinned: true }
  if (uses.startsWith('docker://')) {
    const pinned = /@sha256:[0-9a-f]{64}$/.test(uses)
    return { kind: 'image', name: uses.slice('docker://'.length), ref: undefined, pinned }
  }
  const at = uses.indexOf('@')
  const ref = at === -1 ? undefined : uses.slice(at + 1)
  const name = (at === -1 ? uses : uses.slice(0, at)).toLowerCase()
  return { kind: 'repository', name, ref, pinned: ref !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref) }
}

/** Whether a step or job uses this action (`actions/checkout`), at any version. */
export const usesAction = ({ uses }: { readonly uses?: string | undefined }, name: string): boolean =>
  uses !== undefined && actionReference(uses).name === name
