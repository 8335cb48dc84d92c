import { r as runAction } from './chunks/run-action.js';

await runAction('audit-record');
