/**
 * Minutes of standard runners that each plan includes for private repositories, a month (GitHub's documentation on the billing of Actions,
 * read in November 2026). Public repositories and self-hosted runners use none.
 */
export const PLANS = {
  free: { title: 'GitHub Free', minutes: 2_000 },
  pro: { title: 'GitHub Pro', minutes: 3_000 },
  team: { title: 'GitHub Team', minutes: 3_000 },
  enterprise: { title: 'GitHub Enterprise Cloud', minutes: 50_000 },
} as const
export type Plan = keyof typeof PLANS

/**
 * Standard runners: how many of the included minutes one minute takes, and what a minute beyond them costs in US dollars since January 2026.
 * GitHub's price list counts.
 */
export const RUNNERS = {
  linux: { title: 'Linux', multiplier: 1, price: 0.006 },
  windows: { title: 'Windows', multiplier: 2, price: 0.01 },
  macos: { title: 'macOS', multiplier: 10, price: 0.062 },
  'self-hosted': { title: 'self-hosted', multiplier: 0, price: 0 },
} as const
export type Runner = keyof typeof RUNNERS

/** GitHub starts no schedule more often, in minutes. */
export const SHORTEST_INTERVAL = 5
