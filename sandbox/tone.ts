const SAMPLE_RATE = 8000;
const SECONDS = 0.5;

function header(samples: number): Buffer {
	const bytes = Buffer.alloc(44);
	bytes.write('RIFF', 0, 'ascii');
	bytes.writeUInt32LE(36 + samples, 4);
	bytes.write('WAVEfmt ', 8, 'ascii');
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20);
	bytes.writeUInt16LE(1, 22);
	bytes.writeUInt32LE(SAMPLE_RATE, 24);
	bytes.writeUInt32LE(SAMPLE_RATE, 28);
	bytes.writeUInt16LE(1, 32);
	bytes.writeUInt16LE(8, 34);
	bytes.write('data', 36, 'ascii');
	bytes.writeUInt32LE(samples, 40);
	return bytes;
}

/** Half a second of a tone as a WAV file (8 kHz, 8 bit, mono); another name gives another tone. */
export function recording(name: string): Buffer {
	const samples = SAMPLE_RATE * SECONDS;
	const hertz = 300 + ([...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 300);
	const tone = Buffer.alloc(samples);
	for (let sample = 0; sample < samples; sample += 1) {
		tone[sample] = 128 + Math.round(60 * Math.sin((2 * Math.PI * hertz * sample) / SAMPLE_RATE));
	}
	return Buffer.concat([header(samples), tone]);
}
