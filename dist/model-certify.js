import { r as runAction } from './chunks/action.js';

await runAction('model-certify');
