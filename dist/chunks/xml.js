import { v as visible } from './escape.js';

/** Characters that XML 1.0 (§2.2) has no way to write. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ENTITIES                                   = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML 1.0 holds it, in an element or in an attribute between double quotes; what it cannot hold is shown as U+FFFD. */
const xmlText = (text        )         =>
  text
    .split('\n')
    .map(visible)
    .join('\n')
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);

/** An attribute, on one line. */
const attribute = (name        , value                 )         =>
  ` ${name}="${xmlText(String(value).replace(/\s+/g, ' '))}"`;

export { attribute as a, xmlText as x };
