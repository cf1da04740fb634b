// Answers analyses of data, one after the other, as they are asked for.
import { parentPort, workerData } from 'node:worker_threads';
import { openAnalyst } from './compute.ts';

const analyst = await openAnalyst((workerData as { ids: readonly string[] }).ids);
parentPort!.on('message', (text: string | null) => {
  void (async () => {
    if (text === null) {
      await analyst.close();
      parentPort!.close();
    } else parentPort!.postMessage({ text, answers: await analyst.answer(text) });
  })();
});
parentPort!.postMessage('ready');
