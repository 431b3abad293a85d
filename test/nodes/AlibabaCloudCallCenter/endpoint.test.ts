import { endpointOf } from '../../../nodes/AlibabaCloudCallCenter/endpoint';

it.each([
	[{}, 'https://ccc.cn-shanghai.aliyuncs.com'],
	[{ regionId: ' cn-hangzhou ' }, 'https://ccc.cn-hangzhou.aliyuncs.com'],
	[{ regionId: 'ap-southeast-1' }, 'https://ccc.aliyuncs.com'],
	[{ regionId: ' CN-Beijing ' }, 'https://ccc.aliyuncs.com'],
	[{ regionId: 'cn-north-2-gov-1' }, 'https://ccc.aliyuncs.com'],
	[{ regionId: 'constructor' }, 'https://ccc.constructor.aliyuncs.com'],
	[{ regionId: 'cn-beijing', endpoint: 'ccc-vpc.cn-beijing.aliyuncs.com/' }, 'https://ccc-vpc.cn-beijing.aliyuncs.com'],
	[{ endpoint: ' http://127.0.0.1:8080/ ' }, 'http://127.0.0.1:8080'],
])('%j is at %s', (credential, expected) => {
	expect(endpointOf(credential)).toBe(expected);
});
