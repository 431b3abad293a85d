import { startAlibaba, type AlibabaVendor } from './alibaba';
import { startBaiying, type BaiyingVendor } from './baiying';
import type { Clock } from './clock';
import { startHuawei, type HuaweiVendor } from './huawei';
import { startAicc, type AiccVendor } from './huawei/aicc';
import { startISales, type ISalesVendor } from './huawei/isales';
import { startPage } from './page';
import { createWorld, type World } from './world';

export interface SandboxOptions {
	/** How fast vendor time passes; 60 makes a minute pass in a second. Default 1. */
	speed?: number;
	/** In the place of a clock at that speed. */
	clock?: Clock;
	/** Default: any free port. */
	ports?: Partial<Record<'alibaba' | 'alibabaHttps' | 'huawei' | 'huaweiHttps' | 'aicc' | 'aiccHttps' | 'iSales' | 'iSalesHttps' | 'baiying' | 'page', number>>;
}

/** The three vendors on loopback, and a page that shows what happens. */
export interface Sandbox {
	world: World;
	alibaba: AlibabaVendor;
	huawei: HuaweiVendor;
	aicc: AiccVendor;
	/** Huawei's campaigns. */
	iSales: ISalesVendor;
	baiying: BaiyingVendor;
	page: { url: string };
	/** Ends all calls and stops all servers. */
	close(): Promise<void>;
}

interface Closable {
	close(): Promise<void>;
}

/** Rejects when a port can't be had; what was started by then is stopped again. */
export async function startSandbox({ speed, clock, ports = {} }: SandboxOptions = {}): Promise<Sandbox> {
	const world = createWorld({ speed, clock });
	const started: Closable[] = [];
	const keep = <T extends Closable>(server: T): T => {
		started.push(server);
		return server;
	};
	const close = async () => {
		await Promise.all(started.map(async (server) => await server.close()));
	};
	try {
		const alibaba = keep(await startAlibaba(world, { port: ports.alibaba, httpsPort: ports.alibabaHttps }));
		const huawei = keep(await startHuawei(world, { port: ports.huawei ?? 0, httpsPort: ports.huaweiHttps ?? 0 }));
		const aicc = keep(await startAicc(world, { port: ports.aicc ?? 0, httpsPort: ports.aiccHttps ?? 0 }));
		const iSales = keep(await startISales(world, { port: ports.iSales, httpsPort: ports.iSalesHttps }));
		const baiying = keep(await startBaiying(world, { port: ports.baiying ?? 0 }));
		const page = keep(await startPage({ world, alibaba, huawei, aicc, iSales, baiying }, ports.page ?? 0));
		return { world, alibaba, huawei, aicc, iSales, baiying, page: { url: page.url }, close };
	} catch (error) {
		await close();
		throw error;
	}
}
