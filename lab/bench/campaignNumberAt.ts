/** The customers of a bench by their places, from 0. */
export function numberAt(place: number): string {
	return String(13_720_000_000 + place);
}
