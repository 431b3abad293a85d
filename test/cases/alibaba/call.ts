import { conferences } from './call/conferences';
import { controls } from './call/controls';
import { starts } from './call/starts';
import { supervision } from './call/supervision';
import { transfers } from './call/transfers';
import type { Case } from './case';

export const call: Case[] = [...starts, ...controls, ...transfers, ...conferences, ...supervision];
