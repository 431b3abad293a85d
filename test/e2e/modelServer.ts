import express, { type Request } from 'express';
import type { IDataObject } from 'n8n-workflow';
import { listen, type RunningServer } from '../../sandbox/server';

/** One answer of the model: it calls the first of its tools with these arguments, once for each entry, or it breaks down. */
export type Turn = { calls: IDataObject[] } | 'breaksDown';

interface Tool {
	function: { name: string; description: string; parameters: { properties?: IDataObject } };
}

interface Message {
	role: string;
	content: string;
}

interface ChatRequest {
	messages: Message[];
	tools?: Tool[];
}

/** A chat model on loopback, modeled on OpenAI's `POST /v1/chat/completions`. It says what the test wants. */
export class ModelServer {
	private server?: RunningServer;
	private requests: ChatRequest[] = [];
	private turns: Turn[] = [];
	private callsMade = 0;

	/** The base URL for the credential. */
	get url(): string {
		return `${this.server?.url ?? ''}/v1`;
	}

	async open(): Promise<void> {
		const app = express().use(express.json({ limit: '10mb' }));
		app.post('/v1/chat/completions', (request: Request<unknown, unknown, ChatRequest>, response) => {
			this.requests.push(request.body);
			const turn = this.turns.shift();
			if (turn === 'breaksDown') response.status(400).json({ error: { message: 'The model broke down' } });
			else response.json(this.completion(request.body, turn?.calls ?? []));
		});
		this.server = await listen(app, 0);
	}

	async close(): Promise<void> {
		await this.server?.close();
	}

	/** Forgets the past; the model takes these turns one after another, and then says that it is done. */
	play(...turns: Turn[]): void {
		this.requests = [];
		this.turns = turns;
	}

	/** What the tools returned, as the model last received it. */
	toolResults(): string[] {
		const told = this.requests.at(-1)?.messages ?? [];
		return told.filter(({ role }) => role === 'tool').map(({ content }) => content);
	}

	/** How the tool was described to the model. */
	toolDescription(): string | undefined {
		return this.requests[0]?.tools?.[0]?.function.description;
	}

	/** How many turns the model has taken. */
	turnsTaken(): number {
		return this.requests.length;
	}

	private completion({ tools = [] }: ChatRequest, calls: IDataObject[]): IDataObject {
		const [tool] = tools;
		const toolCalls = tool ? calls.map((parameters) => this.toolCall(tool, parameters)) : [];
		const message = toolCalls.length > 0 ? { content: null, tool_calls: toolCalls } : { content: 'Done' };
		return {
			id: 'completion',
			object: 'chat.completion',
			created: 0,
			model: 'scripted',
			choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: toolCalls.length > 0 ? 'tool_calls' : 'stop' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	}

	/** Behind a human review the tool's parameters are one of the parameters. */
	private toolCall({ function: { name, parameters: schema } }: Tool, parameters: IDataObject): IDataObject {
		this.callsMade += 1;
		const isReviewed = schema.properties?.toolParameters !== undefined;
		const given = isReviewed ? { toolParameters: parameters, hitlParameters: {} } : parameters;
		return { id: `call-${this.callsMade}`, type: 'function', function: { name, arguments: JSON.stringify(given) } };
	}
}
