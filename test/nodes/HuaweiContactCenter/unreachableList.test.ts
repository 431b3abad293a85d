import type { INode } from 'n8n-workflow';
import { HuaweiCcGatewayApi } from '../../../credentials/HuaweiCcGatewayApi.credentials';
import { HuaweiContactCenter } from '../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { startHuawei } from '../../../sandbox/huawei';
import { startAicc } from '../../../sandbox/huawei/aicc';
import { createWorld } from '../../../sandbox/world';
import { runNode } from '../../support/runNode';
import { runAicc } from './aicc/support';
import { PASSWORD } from './agents';

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const PHONE = '13720000000';
const refused = {
	error: expect.stringMatching(/^'Check Vendor List' does not work here, so nobody was called: .* Remove the rule\. .*'Get Many' of 'Block List'.*'Do Not Call'/),
	details: { code: 'InvalidInput', outcome: 'rejected' },
};

describe('where no block list can be read, Check Vendor List lets nobody be called and says what to do instead', () => {
	it.each([
		['twoPartyCall', { caller: '13918140000', called: PHONE, waitFor: 'accepted' }],
		['voiceNotification', { called: PHONE, contentType: 'text', text: 'Your parcel is here' }],
	])('%s', async (resource, own) => {
		const world = createWorld({ speed: 1000 });
		const vendor = await startAicc(world);
		const parameters = { ...own, callingRules: { checkVendorList: true } };
		const { json } = await runAicc(vendor, { resource, operation: 'create', items: [{}, {}], parameters, settings: goOn });
		expect(json).toMatchObject([refused, refused]);
		expect(world.phones.rings()).toEqual([]);
		await vendor.close();
	});

	it('call', async () => {
		const world = createWorld({ speed: 1000 });
		const vendor = await startHuawei(world);
		const { json } = await runNode({
			type: new HuaweiContactCenter(),
			credentials: [{ type: new HuaweiCcGatewayApi(), data: { baseUrl: vendor.url, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true } }],
			parameters: { resource: 'call', operation: 'callOut', called: PHONE, waitFor: 'answered', callingRules: { checkVendorList: true } },
			settings: goOn,
		});
		expect(json).toMatchObject([refused]);
		expect(vendor.requests).toEqual([]);
		expect(world.phones.rings()).toEqual([]);
		await vendor.close();
	});
});
