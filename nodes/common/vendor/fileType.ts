const TYPES = new Map([
	['mkv', 'video/x-matroska'],
	['mp3', 'audio/mpeg'],
	['mp4', 'video/mp4'],
	['wav', 'audio/wav'],
]);

/** The last part of a path or of a URL, if it is a plain file name. */
export function fileName(path: string): string {
	const last = path.split('/').pop() ?? '';
	return /^[\w.-]+$/.test(last) ? last : 'recording';
}

/** The type of a recording. A storage that doesn't know it sends a general one; then the name tells. */
export function mimeType(name: string, contentType: unknown): string | undefined {
	const sent = typeof contentType === 'string' ? contentType.split(';')[0] : undefined;
	if (sent && /^(audio|video)\//.test(sent)) return sent;
	const ending = name.split('.').pop()?.toLowerCase() ?? '';
	return TYPES.get(ending) ?? sent;
}
