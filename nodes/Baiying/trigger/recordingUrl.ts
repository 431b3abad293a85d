import { trustedUrl } from '../../common/vendor/hosts';

/** Where Baiying keeps its recordings: object storage of Alibaba Cloud. */
const BAIYING_HOSTS = ['https://*.aliyuncs.com'];

/** The URL of a recording if the trigger may download it: it is in Baiying's storage or on one of the listed hosts. */
export function trustedRecordingUrl(recordingUrl: string, recordingHosts: string[]): URL | undefined {
	return trustedUrl(recordingUrl, [...BAIYING_HOSTS, ...recordingHosts]);
}
