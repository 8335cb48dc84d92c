import { setTimeout } from 'node:timers/promises';

/** Seconds that a server may ask to wait. */
const LONGEST = 60;

/** Statuses after which a request may be sent again: too many, a time-out, or a server that is not well. */
const BUSY                      = new Set([408, 429, 500, 502, 503, 504]);
const isBusy = (status        )          => BUSY.has(status);

/**
 * Waits before the next try: as long as the server asks, else a random part of a time that doubles (full jitter). False where the server
 * asks for more than a minute.
 */
async function waitFor(tried        , retryAfter                    , second        )                   {
  const asked = retryAfter !== undefined && /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : undefined;
  if (asked !== undefined && asked > LONGEST) return false
  await setTimeout((asked ?? Math.random() * 0.25 * 2 ** tried) * second);
  return true
}

export { isBusy as i, waitFor as w };
