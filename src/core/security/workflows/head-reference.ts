/** What names the code a pull request would bring, or that a foreign run was of. */
const HEAD =
  /github\.event\.pull_request\.(?:head\b|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.(?:head_|pull_requests)|refs\/pull\/|github\.event\.(?:number|issue\.number|pull_request\.number)/i
/** What names the code of this repository's own branches. */
const OWN =
  /^\s*\$\{\{\s*(?:github\.(?:base_ref|ref|ref_name|sha|workflow_sha|repository|event\.repository\.\w+|event\.pull_request\.base\.[\w.]+)|inputs\.[\w-]+)\s*\}\}\s*$/i

/** Whether a reference to check out is a stranger's code, may be, or cannot be. */
export function headReference(reference: string): 'head' | 'unknown' | 'own' {
  if (HEAD.test(reference)) return 'head'
  return reference.includes('${{') && !OWN.test(reference) ? 'unknown' : 'own'
}
