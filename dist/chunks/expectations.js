import { h as checks, c as crossChecks } from './index8.js';

/** Every expectation that a check takes up, by its name. */
const EXPECTATIONS                                   = new Map(
  [...Object.values(checks), ...Object.values(crossChecks)].flatMap(({ expectations }) =>
    expectations.map(each => [each.name, each]         ),
  ),
);

export { EXPECTATIONS as E };
