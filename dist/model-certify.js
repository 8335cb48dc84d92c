import { r as runAction } from './chunks/run-action.js';

await runAction('model-certify');
