import { join } from 'node:path';

/** The repository. */
export const PROJECT = join(__dirname, '..', '..');

/** The private package that brings n8n and the Node it wants. */
export const SANDBOX = join(__dirname, '..');

export const MODULES = join(SANDBOX, 'node_modules');

export type Log = (line: string) => void;
