import { serversFromEnvironment } from './stack/servers';

/** Says at once what is missing. */
export default function setup(): void {
	serversFromEnvironment();
}
