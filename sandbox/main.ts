import { ISALES_KEYS, VDN_ID } from './huawei/isales';
import { startSandbox, type Sandbox } from './index';

const PORTS = { page: 18700, alibaba: 18701, huawei: 18702, baiying: 18703, alibabaHttps: 18704, huaweiHttps: 18705, aicc: 18706, aiccHttps: 18707, iSales: 18708, iSalesHttps: 18709 };

function welcome({ page, alibaba, huawei, aicc, iSales, baiying }: Sandbox): string {
	return `
The sandbox is running: three call centers that look real but ring nobody.

  Live page              ${page.url}

  Alibaba Cloud          endpoint    ${alibaba.url}
  Call Center            access key  sandbox-key-id / sandbox-key-secret
                         STS token   sandbox-sts-token (optional)
                         instance    ccc-test, numbers 01021570000 and 01021560000

  Huawei Contact Center  base URL    ${huawei.url}
                         agents      291 (phone 40038) and 292 (phone 40039)
                         password    sandbox-agent-password

  Huawei AICC            base URL    ${aicc.url}
                         app key     sandbox-aicc-key / sandbox-aicc-secret

  Huawei campaigns       base URL    ${iSales.url}
                         access key  ${ISALES_KEYS.accessKey} / ${ISALES_KEYS.secretKey}, VDN ${VDN_ID}

  Baiying                base URL    ${baiying.url}
                         token URL   ${baiying.tokenUrl}
                         app key     sandbox-app-key / sandbox-app-secret, company 1, for both APIs
                         callback    token sandbox-callback-token
                         sends one   curl ${baiying.url}/deliver -H 'content-type: application/json' \\
                                       -d '{"kind":"callRecord","targetUrl":"http://127.0.0.1:5678/webhook/…?token=sandbox-callback-token"}'

  With TLS               Alibaba     ${alibaba.httpsUrl}
                         Huawei      ${huawei.httpsUrl}, ${aicc.httpsUrl} and ${iSales.httpsUrl}
                         trust it    curl ${page.url}/certificate.pem -o sandbox.pem
                                     and start n8n with NODE_EXTRA_CA_CERTS=sandbox.pem

  Phones                 13918140000 is the salesperson, 13720000000 to 13720000999 are customers

Press Ctrl-C to stop.
`;
}

/** `SANDBOX_SPEED=10` makes ten vendor seconds pass in one. */
function readSpeed(): number {
	const speed = Number(process.env.SANDBOX_SPEED ?? 1);
	if (!(speed > 0)) throw new Error('SANDBOX_SPEED must be a number above 0, for example 10');
	return speed;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox({ speed: readSpeed(), ports: PORTS });
	console.log(welcome(sandbox));
	const stop = () => {
		void sandbox.close().then(() => console.log('The sandbox has stopped.'));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: Error & { code?: string; port?: number }) => {
	const isTaken = error.code === 'EADDRINUSE';
	console.error(
		isTaken
			? `Port ${error.port} is in use, perhaps by another sandbox. Stop that one and try again.`
			: `The sandbox could not start: ${error.message}`,
	);
	process.exitCode = 1;
});
