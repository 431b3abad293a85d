import { DataDeduplicationService } from 'n8n-core';
import { ProcessedDataTable } from './processedData';

/** n8n has one table of processed data for a process, while each test has its own. */
export class CurrentTable {
	table = new ProcessedDataTable();

	async install(): Promise<void> {
		await DataDeduplicationService.init({
			checkProcessedAndRecord: async (items, scope, data, options) => await this.table.checkProcessedAndRecord(items, scope, data, options),
			removeProcessed: async (items, scope, data) => await this.table.removeProcessed(items, scope, data),
			clearAllProcessedItems: async (scope, data) => await this.table.clearAllProcessedItems(scope, data),
			getProcessedDataCount: async (scope, data) => await this.table.getProcessedDataCount(scope, data),
		});
	}

	renew(): void {
		this.table = new ProcessedDataTable();
	}
}
