import { COMPANY, type Case } from './case';

export const company: Case[] = [
	{
		operation: 'getMany',
		parameters: {},
		sends: { openPlatform: { operation: 'byai.openapi.company.list', params: {} }, hmac: { operation: '/company/getCompanys', params: {} } },
		returns: { companyId: '1', companyName: '沙箱公司' },
	},
	{
		operation: 'getSeats',
		parameters: { companyId: COMPANY },
		sends: {
			openPlatform: { operation: 'byai.openapi.seatinfo.get', params: { companyId: '1' } },
			hmac: { operation: '/company/seat/statistics', params: { companyId: 1 } },
		},
		returns: { seats: 10, inUse: 2, free: 8 },
	},
	{
		operation: 'getBalance',
		parameters: { companyId: COMPANY },
		sends: { openPlatform: { operation: 'byai.openapi.company.communication.balance', params: { companyId: '1' } } },
		returns: { communicationAmount: 1234.5, aiAmount: 200, aiPrice: 0.1, aiSeats: 3 },
	},
];
