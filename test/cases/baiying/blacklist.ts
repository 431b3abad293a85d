import { byId, COMPANY, type Case } from './case';

const group = byId('12');

export const blacklist: Case[] = [
	{
		operation: 'addNumber',
		parameters: { companyId: COMPANY, phone: '={{ $json.phone }}', groupId: byId(''), additionalFields: { remark: 'Asked not to be called' } },
		sends: { hmac: { operation: '/company/addBlackList', params: { companyId: 1, mobile: '13720000000', remark: 'Asked not to be called' } } },
		returns: { success: true, phone: '13720000000', blacklistInfoId: '77' },
	},
	{
		operation: 'addNumber',
		parameters: { companyId: COMPANY, phone: '={{ $json.phone }}', groupId: group },
		sends: {
			hmac: {
				operation: '/company/addBlackList/batch',
				params: { companyId: 1, blacklistInfoGroupId: 12, blacklist: [{ mobile: '13720000000', name: '13720000000' }] },
			},
		},
		returns: { success: true, phone: '13720000000', groupId: '12' },
	},
	{
		operation: 'addNumbers',
		parameters: { companyId: COMPANY, groupId: group, phone: '={{ $json.phone }}', additionalFields: { name: '张三' } },
		sends: {
			hmac: {
				operation: '/company/addBlackList/batch',
				params: { companyId: 1, blacklistInfoGroupId: 12, blacklist: [{ mobile: '13720000000', name: '张三' }] },
			},
		},
		returns: { phone: '13720000000', groupId: '12', added: true },
		isBatch: true,
	},
	{
		operation: 'addToDoNotCallList',
		parameters: { companyId: COMPANY, phone: '={{ "+86 " + $json.phone }}', groupId: group, additionalFields: { remark: 'Asked not to be called' } },
		sends: {
			hmac: {
				operation: '/company/addBlackList/batch',
				params: { companyId: 1, blacklistInfoGroupId: 12, blacklist: [{ mobile: '13720000000', name: '13720000000', remark: 'Asked not to be called' }] },
			},
		},
		returns: { phone: '13720000000', added: true, alreadyListed: false },
		isBatch: true,
	},
	{
		operation: 'removeNumber',
		parameters: { companyId: COMPANY, groupId: group, phone: '={{ $json.phone }}' },
		sends: { hmac: { operation: '/company/blacklist/info/delete', params: { companyId: 1, blacklistInfoGroupId: 12, mobile: '13720000000' } } },
		returns: { success: true },
	},
	{
		operation: 'getManyNumbers',
		parameters: { companyId: COMPANY, groupId: group, returnAll: true },
		sends: { hmac: { operation: '/company/blacklist/info/page', params: { companyId: 1, blacklistInfoGroupId: 12, pageNum: 1, pageSize: 20 } } },
		returns: { blacklistInfoId: '76', phone: '13720000001', name: '张三' },
	},
	{
		operation: 'getManyGroups',
		parameters: { companyId: COMPANY },
		sends: { hmac: { operation: '/company/blacklist/group/list', params: { companyId: 1 } } },
		returns: { groupId: '-1', name: '默认分组' },
		count: 2,
	},
	{
		operation: 'createGroup',
		parameters: { companyId: COMPANY, name: '投诉客户' },
		sends: { hmac: { operation: '/company/blacklist/group/add', params: { companyId: 1, name: '投诉客户' } } },
		returns: { groupId: '13', name: '投诉客户' },
	},
	{
		operation: 'updateGroup',
		parameters: { companyId: COMPANY, groupId: group, name: '投诉', additionalFields: { remark: '2026' } },
		sends: { hmac: { operation: '/company/blacklist/group/edit', params: { companyId: 1, blacklistInfoGroupId: 12, name: '投诉', remark: '2026' } } },
		returns: { success: true },
	},
	{
		operation: 'deleteGroup',
		parameters: { companyId: COMPANY, groupId: group },
		sends: { hmac: { operation: '/company/blacklist/group/delete', params: { companyId: 1, blacklistInfoGroupId: 12 } } },
		returns: { success: true },
	},
];
