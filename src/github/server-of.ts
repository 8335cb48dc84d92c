/** Address of the server whose REST API this is: of github.com at a host of its own, of GitHub Enterprise Server below `/api/v3`. */
export function serverOf(apiUrl: string): string {
  const url = new URL(apiUrl)
  return `${url.protocol}//${url.host.replace(/^api\./, '')}`
}
