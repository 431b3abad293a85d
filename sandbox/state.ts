import type { AlibabaState, AlibabaVendor } from './alibaba';
import type { BaiyingState, BaiyingVendor } from './baiying';
import type { Fault } from './faults';
import type { HuaweiState, HuaweiVendor } from './huawei';
import type { AiccState, AiccVendor } from './huawei/aicc';
import type { ISalesState, ISalesVendor } from './huawei/isales';
import type { Ring, Talk } from './phones';
import type { World } from './world';

/** The world and the vendors in it. */
export interface Town {
	world: World;
	alibaba: AlibabaVendor;
	huawei: HuaweiVendor;
	aicc: AiccVendor;
	iSales: ISalesVendor;
	baiying: BaiyingVendor;
}

/** Everything that happened so far; ready for JSON. Times are vendor time, ms since the epoch. */
export interface SandboxState {
	now: number;
	speed: number;
	faults: Fault[];
	rings: Ring[];
	talks: Talk[];
	/** How many requests each vendor got. */
	requests: { alibaba: number; huawei: number };
	alibaba: AlibabaState;
	huawei: HuaweiState;
	aicc: AiccState;
	iSales: ISalesState;
	baiying: BaiyingState;
}

export function sandboxState({ world, alibaba, huawei, aicc, iSales, baiying }: Town): SandboxState {
	return {
		now: world.clock.now(),
		speed: world.clock.speed,
		faults: world.faults.list(),
		rings: world.phones.rings(),
		talks: world.phones.talks(),
		requests: { alibaba: alibaba.requests, huawei: huawei.requests.length + iSales.admitted().length },
		alibaba: alibaba.state(),
		huawei: huawei.state(),
		aicc: aicc.state(),
		iSales: { campaigns: iSales.campaigns(), pushes: iSales.pushes() },
		baiying: baiying.state(),
	};
}

/** Ends all activity and forgets what happened, including the faults and how the phones were set to behave. */
export function reset({ world, alibaba, huawei, aicc, iSales, baiying }: Town): void {
	alibaba.reset();
	huawei.reset();
	aicc.reset();
	iSales.reset();
	baiying.reset();
	world.faults.clear();
	world.phones.reset();
}
