import { a as places } from './places.js';

/** Checks that end alike and want the same done, from which on that is said once. */
const ALIKE = 2;

/**
 * Checks in groups: those that end alike, with one remedy and no more to say than a reason and a place, together where they are several;
 * every other one for itself. A group stands where its first one stood.
 */
function alikeChecks(checks                  )            {
  const groups = Map.groupBy(checks, check =>
    isPlain(check) ? `${check.status} ${check.hint}` : `${check.status} of its own: ${check.id}`,
  );
  return [...groups.values()].flatMap(group => (group.length < ALIKE ? group.map(check => [check]) : [group]))
}

const isPlain = (check       )          =>
  check.hint !== undefined && (check.waivers ?? []).length === 0 && places(check).length <= 1;

export { alikeChecks as a };
