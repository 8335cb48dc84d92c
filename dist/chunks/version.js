/** The version that evidence and certificates name; a test holds it to package.json. */
const VERSION = '0.1.0';

export { VERSION as V };
